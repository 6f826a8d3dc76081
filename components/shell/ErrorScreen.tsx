'use client'

import { useEffect } from 'react'
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
  const missing = /chunk|dynamically imported module|module script/i.test(
    `${error.name} ${error.message}`,
  )
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-3 px-6 py-16">
      <Logo size={32} />
      <h1 className="mt-2 text-title font-semibold">
        {missing
          ? 'This part of Sluice is not on this device yet'
          : 'Something went wrong on this page'}
      </h1>
      <p className="text-body text-muted">
        {missing
          ? 'It could not be fetched, probably because there is no connection or because a new version is out. What you wrote and did is kept on this device.'
          : 'This is a fault of Sluice, not yours. What you wrote and did is kept on this device, and what was saved is on the server.'}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <button
          type="button"
          className={buttonClasses('primary')}
          onClick={missing ? () => location.reload() : retry}
        >
          {missing ? 'Reload' : 'Try again'}
        </button>
        <a href="/" className={buttonClasses('secondary')}>
          Go to my workspace
        </a>
      </div>
      {missing ? null : (
        <details className="mt-4 text-label text-muted">
          <summary>For a report</summary>
          <pre className="mt-2 max-h-60 overflow-auto rounded-control bg-sunken p-2 font-mono whitespace-pre-wrap">
            {`${error.name}: ${error.message}`}
          </pre>
        </details>
      )}
    </main>
  )
}
