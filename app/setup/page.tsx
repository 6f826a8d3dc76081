import type { Metadata } from 'next'
import { Setup } from '#components/entry/Setup.tsx'

export const metadata: Metadata = { title: 'Set up' }

export default function SetupPage() {
  return <Setup />
}
