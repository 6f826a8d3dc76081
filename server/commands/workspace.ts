import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { mayWrite } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { BallotChange } from '#lib/domain/sessions/ballot.ts'
import { readsStory } from '#lib/domain/visibility.ts'
import type { CommandResult, ItemOf, ListChange, ListSnapshot } from '#lib/schema/wire.ts'
import { thinStory } from '#server/history/thinning.ts'
import { SequenceConflict, type Storage } from '#server/storage/storage.ts'
import type { Documents } from './documents.ts'
import { idOf } from './explain.ts'
import type { Folded } from './fold.ts'
import {
  audienceFor,
  changesOf,
  infoOf,
  newsOf,
  newsSince,
  type Reader,
  snapshotOf,
} from './lists.ts'
import type { News, NewsListener, OpenWorkspace } from './openWorkspace.ts'
import { loadMembers, loadPicture, type Picture, sameRoles } from './picture.ts'
import { fileClosed } from './fileClosed.ts'
import { remind } from './remind.ts'
import { sessionsOf } from './sessionLists.ts'
import { depart, endRounds } from './sessions.ts'
import { describe, keepVersion, recordJoin, refused, run } from './run.ts'
import { versionsIn } from './versions.ts'

/** Makes a workspace of a picture that was just loaded. `now` gives milliseconds since the epoch. */
export function openWorkspace(
  start: Picture,
  {
    storage,
    documents,
    now,
    log,
  }: { storage: Storage; documents: Documents; now: () => number; log: Logger },
): OpenWorkspace & { settled(): Promise<void>; readonly watched: boolean } {
  let picture = start
  let stale = false
  let queue: Promise<unknown> = Promise.resolve()
  const { id } = start.workspace
  const parts = { storage, documents }
  const listeners = new Set<NewsListener>()

  /** Runs a task when all before it are done. A task that fails does not stop the next. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = queue.then(task)
    queue = result.catch(() => undefined)
    return result
  }

  function publish(news: News): void {
    for (const listener of listeners) {
      try {
        listener(news)
      } catch (error) {
        // One listener's fault is neither the command's nor the other listeners'.
        log.error({ err: error, workspace: id }, 'A listener of list changes failed')
      }
    }
  }

  /** Takes over what was committed, and tells of it. */
  function take(folded: Folded, ballot?: BallotChange): void {
    const lists = newsOf(picture, folded, ballot)
    const rights =
      folded.members !== picture.members || folded.settings.teams !== picture.settings.teams
    if (ballot) picture.ballots.take(ballot)
    picture.take(folded)
    publish({ lists, stories: folded.stories.keys(), versions: versionsIn(folded.events), rights })
    // Who sets a story aside until today has it back at once.
    if (folded.events.some((event) => 'revisitOn' in event && event.revisitOn !== null)) {
      void remindNow()
    }
    for (const { type, story } of folded.events) {
      if ((type === 'StoryMerged' || type === 'CriteriaDealt') && story !== null)
        void bringTogether(story)
    }
  }

  /** Rejects never: what storage does not take now is looked at again by the hour. */
  function remindNow(): Promise<void> {
    return reminding().catch((error: unknown) => {
      log.warn({ err: error, workspace: id }, 'Nobody could be reminded yet')
    })
  }

  function reminding(): Promise<void> {
    return byItself((frame) => remind(parts, picture, frame))
  }

  /** In pieces, so that commands get their turn in between: the first time there may be thousands. */
  async function filing(): Promise<void> {
    for (let isMore = true; isMore;) {
      await byItself(async (frame) => {
        const folded = await fileClosed(parts, picture, frame)
        isMore = folded !== null
        return folded
      })
    }
  }

  /** Does what nobody asked for, in turn, and tells of it. */
  function byItself(
    task: (frame: { at: number; id: string }) => Promise<Folded | null>,
  ): Promise<void> {
    return inTurn(() =>
      onPicture(async () => {
        const folded = await task({ at: now(), id: randomUUID() })
        if (folded) take(folded)
      }),
    )
  }

  /** The text follows the decision; what fails now is done when the document is opened next. */
  async function bringTogether(story: string): Promise<void> {
    await documents.merge(id, story).catch((error: unknown) => {
      log.warn({ err: error, workspace: id, story }, 'A merged text could not be brought over yet')
    })
  }

  /** What a purge removes for good is first where it was merged into, even if that was put off until now. Rejects when storage does. */
  async function bringBeforePurge(raw: unknown): Promise<void> {
    if ((raw as { type?: unknown } | null)?.type !== 'purgeTrash') return
    for (const [into, merges] of picture.merges) {
      const isGoing = merges.some(({ from }) => picture.stories.get(from)?.trashedAt != null)
      if (isGoing) await documents.merge(id, into)
    }
  }

  /** Another process wrote to the log: what it did is read and published before anything is judged again. */
  async function reload(): Promise<void> {
    const fresh = await loadPicture(storage, id)
    if (!fresh) throw new Error(`Workspace ${id} has disappeared from storage`)
    const seen = picture.seq
    const stories = new Set([...picture.stories.keys(), ...fresh.stories.keys()])
    picture = fresh
    stale = false
    publish({ lists: newsSince(fresh, seen), stories, versions: [], rights: true })
  }

  async function refreshMembers(): Promise<void> {
    const [workspace, members] = await Promise.all([
      storage.workspaces.find(id),
      loadMembers(storage, id),
    ])
    if (workspace) picture.workspace = workspace
    picture.members = members
    picture.inbox.rightsChanged(picture.seq)
    publish({ lists: newsSince(picture, picture.seq), stories: [], versions: [], rights: true })
  }

  /** Gives whether they are a member, reading the members anew when the picture knows them otherwise. */
  async function isMember(actor: Actor): Promise<boolean> {
    const known = picture.members.get(actor.id)
    if (!known || !sameRoles(known.roles, actor.roles)) await refreshMembers()
    return picture.members.has(actor.id)
  }

  /** Carries out a task on the newest picture; once more when another process was faster. */
  async function onPicture<T>(task: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        if (stale) await reload()
        return await task()
      } catch (error) {
        // After a failed commit storage may hold it or not: the log is read again before the next decision.
        stale = true
        if (error instanceof SequenceConflict && attempt < 3) continue
        throw error
      }
    }
  }

  async function carryOut(
    actor: Actor,
    raw: unknown,
    { sample = false, isOperator = false }: { sample?: boolean; isOperator?: boolean },
  ): Promise<CommandResult> {
    try {
      await bringBeforePurge(raw)
      return await onPicture(async () => {
        if (!isOperator && !(await isMember(actor))) {
          return refused(idOf(raw), 'notFound', NO_MEMBER).result
        }
        const options = { at: now(), sample, isOperator }
        const { result, folded, ballot } = await run(parts, picture, actor, raw, options)
        if (folded) take(folded, ballot)
        return result
      })
    } catch (error) {
      log.error({ err: error, workspace: id }, 'A command could not be stored')
      return refused(idOf(raw), 'unavailable', UNAVAILABLE).result
    }
  }

  return {
    id,
    get state() {
      return picture
    },
    read: (story) => documents.read(id, story),
    run: (actor, raw, options = {}) => inTurn(() => carryOut(actor, raw, options)),
    joined: (user) =>
      inTurn(() =>
        onPicture(async () => {
          await refreshMembers()
          const folded = await recordJoin(parts, picture, user, { at: now(), id: randomUUID() })
          if (folded) take(folded)
        }),
      ),
    describe: (story) => byItself((frame) => describe(parts, picture, story, frame)),
    remind: reminding,
    fileClosed: filing,
    leaveSession: (session, person) =>
      byItself((frame) => depart(parts, picture, { session, person }, frame)),
    endRounds: () => byItself((frame) => endRounds(parts, picture, frame)),
    snapshot: <Name extends string>(list: Name, reader: Reader) =>
      snapshotOf(picture, list, reader, now()) as ListSnapshot<ItemOf<Name>> | null,
    session: (name: string, reader: Reader) => {
      const session = sessionsOf(picture, reader).find((one) => one.id === name)
      return session ? { session, seq: picture.sessionSeq.get(name) ?? 0 } : null
    },
    sessionsOf: (reader: Reader) => sessionsOf(picture, reader),
    changesSince: <Name extends string>(list: Name, seq: number, reader: Reader) =>
      changesOf(picture, list, seq, reader, now()) as
        ListChange<ItemOf<Name>> | 'snapshot needed' | null,
    keepVersion: (story) =>
      inTurn(() =>
        onPicture(async () => {
          const at = now()
          const folded = await keepVersion(parts, picture, story, { at, id: randomUUID() })
          if (!folded) return
          take(folded)
          await thinStory(storage, { workspace: id, story }, at)
        }),
      ),
    info: (list, reader) => infoOf(picture, list, reader, now()),
    audience: (list, reader) => audienceFor(picture, list, reader),
    onNews(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refreshMembers: () => inTurn(refreshMembers),
    catchUp: () =>
      inTurn(async () => {
        const [missed] = await storage.workspaces.events(id, picture.seq, 1)
        if (missed) await reload()
      }),
    story: (story) => picture.stories.get(story),
    mergedInto: (story) => picture.merges.get(story) ?? [],
    readsStory(id, reader) {
      const story = picture.stories.get(id)
      return story !== undefined && readsStory(picture, story, reader)
    },
    mayWrite(id, reader) {
      const story = picture.stories.get(id)
      return story !== undefined && mayWrite(picture, reader, story)
    },
    rolesOf: (user) => picture.members.get(user)?.roles ?? null,
    settled: async () => void (await queue),
    get watched() {
      return listeners.size > 0
    },
  }
}

const UNAVAILABLE =
  'The server cannot reach its storage at the moment. Nothing was changed; the change is kept and sent again.'
const NO_MEMBER =
  'This workspace does not exist, or you are not a member of it any more. Nothing was changed.'
