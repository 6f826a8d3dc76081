import type { Metadata } from 'next'
import { NewWorkspace } from '#components/entry/NewWorkspace.tsx'
import { PageTexts } from '../PageTexts.tsx'
import { requestTexts } from '../language.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestTexts('entry')
  return { title: t('newWorkspace.tab') }
}

export default function NewWorkspacePage() {
  return (
    <PageTexts areas={['entry', 'problems', 'ui']}>
      <NewWorkspace />
    </PageTexts>
  )
}
