'use client'

import { ErrorScreen } from '#components/shell/ErrorScreen.tsx'

export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error
  readonly reset: () => void
}) {
  return <ErrorScreen error={error} retry={reset} />
}
