import type { Metadata } from 'next'
import { Join } from '#components/entry/Join.tsx'

// The address is the secret: it must not leave with a click on a link.
export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' }

export default async function JoinPage({
  params,
}: {
  readonly params: Promise<{ readonly token: string }>
}) {
  const { token } = await params
  return <Join token={token} />
}
