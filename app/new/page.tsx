import type { Metadata } from 'next'
import { NewWorkspace } from '#components/entry/NewWorkspace.tsx'

export const metadata: Metadata = { title: 'New workspace' }

export default function NewWorkspacePage() {
  return <NewWorkspace />
}
