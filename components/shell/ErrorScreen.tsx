'use client'

import { useEffect } from 'react'
import { errorTexts } from '#components/language/errorTexts.ts'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { Logo } from './Logo.tsx'

/** Something failed that should not: what happened, what was kept, what to do next. Needs no provider around it. */
export function ErrorScreen({
  error,
  retry,
}: {
  readonly error: Error
  readonly retry: () => void
}) {
  useEffect(() => {
    console.error(error)
  }, [error])
  const isMissing = /chunk|dynamically imported module|module script/i.test(
    `${error.name} ${error.message}`,
  )
  const texts = errorTexts()
  const said = isMissing ? texts.missing : texts.fault
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-3 px-6 py-16">
      <Logo size={32} />
      <h1 className="mt-2 text-title font-semibold">{said.title}</h1>
      <p className="text-body text-muted">{said.lead}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <button
          type="button"
          className={buttonClasses('primary')}
          onClick={isMissing ? () => location.reload() : retry}
        >
          {said.go}
        </button>
        <a href="/" className={buttonClasses('secondary')}>
          {texts.home}
        </a>
      </div>
      {isMissing ? null : (
        <details className="mt-4 text-label text-muted">
          <summary>{texts.report}</summary>
          <pre className="mt-2 max-h-60 overflow-auto rounded-control bg-sunken p-2 font-mono whitespace-pre-wrap">
            {`${error.name}: ${error.message}`}
          </pre>
        </details>
      )}
    </main>
  )
}
