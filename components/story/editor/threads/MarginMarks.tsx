import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useState } from 'react'
import { deskOf, useFresh } from '#components/discussion/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useAreaFact, useReadable } from '#components/session/hooks.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import type { Thread } from '#lib/domain/talk/thread.ts'
import { type Cluster, clustersOf, nextOf } from './clusters.ts'

/** The height of a mark and the room below it, in pixels. */
const APART = 28

/** In the margin of a wide screen, at the height of the words: who spoke last there, and how much is said. */
export function MarginMarks({
  storyId,
  editor,
  root,
  threads,
}: {
  readonly storyId: string
  readonly editor: Editor
  readonly root: RefObject<HTMLElement | null>
  /** Those that are about a place in the text. */
  readonly threads: readonly Thread[]
}) {
  const t = textsOf('story')
  const clusters = useClusters(editor, root, threads)
  const desk = deskOf(storyId)
  const atHand = useReadable(desk.atHand)
  const fresh = useFresh(storyId)
  const open = atHand?.kind === 'thread' ? atHand.thread : null
  if (clusters.length === 0) return null
  return (
    <ul aria-label={t('talk.beside')} className="absolute inset-y-0 start-full ms-1.5 w-7">
      {clusters.map((cluster) => (
        <li key={cluster.threads[0]} className="absolute" style={{ top: cluster.top }}>
          <Mark
            threads={threads.filter(({ id }) => cluster.threads.includes(id))}
            isOpen={open !== null && cluster.threads.includes(open)}
            isFresh={cluster.threads.some((id) => fresh.has(id))}
            onPress={() => {
              const thread = nextOf(cluster, open)
              if (thread) desk.atHand.set({ kind: 'thread', thread })
            }}
          />
        </li>
      ))}
    </ul>
  )
}

function Mark({
  threads,
  isOpen,
  isFresh,
  onPress,
}: {
  readonly threads: readonly Thread[]
  readonly isOpen: boolean
  readonly isFresh: boolean
  readonly onPress: () => void
}) {
  const t = textsOf('story')
  const comments = threads.flatMap((thread) => thread.comments.filter(isThere))
  const last = comments.toSorted((a, b) => a.at - b.at).at(-1)
  const by = last?.by ?? ''
  const member = useAreaFact((area) => (area.phase === 'ready' ? area.members.get(by) : undefined))
  const person = member ?? { id: by, name: t('someoneLeft'), colour: 0 }
  const what =
    threads.length > 1
      ? t('talk.here', { count: threads.length })
      : t('talk.threadOf', { count: comments.length })
  const words = t(isFresh ? 'talk.markNew' : 'talk.markLast', { what, name: person.name })
  return (
    <button
      type="button"
      data-thread-mark
      aria-label={words}
      aria-pressed={isOpen}
      title={words}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={classes(
        'relative flex size-6 rounded-full outline-offset-2',
        isOpen && 'ring-2 ring-accent ring-offset-2 ring-offset-surface',
      )}
    >
      <span aria-hidden className="flex">
        <Avatar person={person} />
      </span>
      {comments.length > 1 ? (
        <span
          aria-hidden
          className="absolute -end-1.5 -bottom-1 grid h-3.5 min-w-3.5 place-items-center rounded-full border bg-surface px-0.5 text-[9px]/none font-semibold text-muted tabular-nums"
        >
          {comments.length > 99 ? '99' : comments.length}
        </span>
      ) : null}
      {isFresh ? (
        <span
          aria-hidden
          className="absolute -top-0.5 -end-0.5 size-2 rounded-full bg-accent ring-2 ring-surface"
        />
      ) : null}
    </button>
  )
}

/** Follows the heights of the threads' places, whatever moves them: edits, sizes, pictures that arrive. */
function useClusters(
  editor: Editor,
  root: RefObject<HTMLElement | null>,
  threads: readonly Thread[],
): readonly Cluster[] {
  const [clusters, setClusters] = useState<readonly Cluster[]>([])
  useEffect(() => {
    const around = root.current
    if (!around) return
    let frame = 0
    const look = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const next = clustersOf(heightsIn(around, threads), APART)
        setClusters((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next))
      })
    }
    look()
    editor.on('transaction', look)
    const sizes = new ResizeObserver(look)
    sizes.observe(around)
    return () => {
      cancelAnimationFrame(frame)
      editor.off('transaction', look)
      sizes.disconnect()
    }
  }, [editor, root, threads])
  return clusters
}

function heightsIn(root: HTMLElement, threads: readonly Thread[]) {
  const origin = root.getBoundingClientRect().top
  return threads.flatMap(({ id }) => {
    const place = root.querySelector(`[data-thread-mark="${CSS.escape(id)}"]`)
    const box = place?.getBoundingClientRect()
    // In a section that is folded it has no height.
    return box && box.height > 0 ? [{ thread: id, top: Math.round(box.top - origin) }] : []
  })
}

function isThere({ deletedAt }: Thread['comments'][number]): boolean {
  return deletedAt === null
}
