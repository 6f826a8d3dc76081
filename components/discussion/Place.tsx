import { Unlink } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { useReadable } from '#components/session/hooks.ts'
import type { Anchor, Thread } from '#lib/domain/talk/thread.ts'
import { deskOf } from './desk.ts'
import { partNumber } from './parts.ts'
import type { TalkAround } from './useTalk.ts'

/** What the thread is about, and the way there. */
export function Place({
  around,
  thread,
}: {
  readonly around: TalkAround
  readonly thread: Thread
}) {
  const t = useTranslations('discussion')
  const { view, story } = around
  const desk = deskOf(story.id)
  const orphans = useReadable(desk.orphans)
  const show = useReadable(desk.show)
  const { anchor } = thread
  if (anchor === null) return null
  if (orphans?.has(thread.id)) {
    return (
      <p className="flex min-w-0 items-start gap-1.5 text-label text-subtle">
        <Unlink aria-hidden size={12} className="mt-0.5 shrink-0" />
        <span className="min-w-0">
          {t(anchor.kind === 'image' ? 'gonePicture' : 'goneText')}
          {anchor.quote === '' ? '.' : ': '}
          {anchor.quote === '' ? null : <q className="line-through">{shortQuote(anchor)}</q>}
        </span>
      </p>
    )
  }
  const number = view.phase === 'ready' ? partNumber(view.threads, thread) : null
  return (
    <button
      type="button"
      disabled={show === null}
      onClick={() => show?.(thread.id)}
      className="target flex max-w-full min-w-0 items-center gap-1.5 rounded-control border-s-2 border-idea-dot ps-1.5 text-start text-label text-muted hover:text-text disabled:cursor-default"
    >
      {number === null ? null : (
        <>
          <span
            aria-hidden
            className="grid size-4 shrink-0 place-items-center rounded-full bg-accent text-[10px]/none font-semibold text-on-accent"
          >
            {number}
          </span>
          <span className="sr-only">{t('part', { number })} </span>
        </>
      )}
      <span className="truncate">{shortQuote(anchor) || t(`places.${anchor.kind}`)}</span>
      <span className="sr-only">{t('showInText')}</span>
    </button>
  )
}

function shortQuote({ quote }: Anchor): string {
  const line = quote.replace(/\s+/g, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}
