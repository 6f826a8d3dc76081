import type { Metadata } from 'next'
import { Suspense } from 'react'
import { SignIn } from '#components/entry/SignIn.tsx'
import { PageTexts } from '../PageTexts.tsx'
import { requestTexts } from '../language.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestTexts('entry')
  return { title: t('signIn.title') }
}

export default function SignInPage() {
  return (
    <PageTexts areas={['entry', 'problems', 'ui']}>
      <Suspense>
        <SignIn />
      </Suspense>
    </PageTexts>
  )
}
