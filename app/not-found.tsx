import type { Metadata } from 'next'
import { NotFoundScreen } from '#components/shell/NotFoundScreen.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFoundPage() {
  return <NotFoundScreen />
}
