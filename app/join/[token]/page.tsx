import type { Metadata } from 'next'
import { Join } from '#components/entry/Join.tsx'
import { PageTexts } from '../../PageTexts.tsx'
import { requestTexts } from '../../language.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestTexts('entry')
  // The address is the secret: it must not leave with a click on a link.
  return { title: t('join.tab'), referrer: 'no-referrer' }
}

export default async function JoinPage({
  params,
}: {
  readonly params: Promise<{ readonly token: string }>
}) {
  const { token } = await params
  return (
    <PageTexts areas={['entry', 'problems', 'ui']}>
      <Join token={token} />
    </PageTexts>
  )
}
