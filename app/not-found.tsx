import type { Metadata } from 'next'
import { NotFoundScreen } from '#components/shell/NotFoundScreen.tsx'
import { requestTexts } from './language.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestTexts('pages')
  return { title: t('notFound.tab') }
}

export default async function NotFoundPage() {
  const t = await requestTexts('pages')
  return (
    <NotFoundScreen title={t('notFound.title')} lead={t('notFound.lead')} go={t('notFound.go')} />
  )
}
