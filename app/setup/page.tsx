import type { Metadata } from 'next'
import { Setup } from '#components/entry/Setup.tsx'
import { PageTexts } from '../PageTexts.tsx'
import { requestTexts } from '../language.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestTexts('entry')
  return { title: t('setup.tab') }
}

export default function SetupPage() {
  return (
    <PageTexts areas={['entry', 'problems', 'ui']}>
      <Setup />
    </PageTexts>
  )
}
