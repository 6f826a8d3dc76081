import type { Logger } from 'pino'
import { areaList } from '#lib/domain/lists.ts'
import type { Actor, Role } from '#lib/domain/roles.ts'
import type { CommandResult, ListChange, ListSnapshot } from '#lib/schema/wire.ts'
import { SequenceConflict, type Storage } from '#server/storage/storage.ts'
import { areaChange, areaChangesSince, areaSnapshot } from './area.ts'
import { idOf } from './explain.ts'
import { loadMembers, loadPicture, type Picture } from './picture.ts'
import { refused, run } from './run.ts'

/** Told of every change of a list, in the order of the log. */
export type ChangeListener = (list: string, change: ListChange) => void

/**
 * One workspace in memory, and the only writer of its log (I2): commands are carried out one after the other, and
 * lists change only by what was committed.
 */
export interface OpenWorkspace {
  readonly id: string
  /**
   * Carries out a command (whatever came in: it is parsed here) and answers for good. Never rejects: when storage
   * fails the answer is `unavailable`, nothing was changed, and the same command may be sent again.
   * `sample` marks a captured story as part of the sample data.
   */
  run(actor: Actor, raw: unknown, options?: { sample?: boolean }): Promise<CommandResult>
  /** Gives a list as it is now; null when there is none of this name for this actor. */
  snapshot(list: string, actor: Actor): ListSnapshot | null
  /** Gives what a list that has seen `seq` lacks; null as for `snapshot`. */
  changesSince(list: string, seq: number, actor: Actor): ListChange[] | 'snapshot needed' | null
  /** Calls the listener in the same turn in which a change becomes visible. Gives what ends it. */
  onChanges(listener: ChangeListener): () => void
  /** Reads the members and the name anew after they changed, and tells every list's listeners. */
  refreshMembers(): Promise<void>
  hasStory(id: string): boolean
  /** Gives the roles of a member; null for everyone else. */
  rolesOf(user: string): readonly Role[] | null
}

/** Makes a workspace of a picture that was just loaded. `now` gives milliseconds since the epoch. */
export function openWorkspace(
  start: Picture,
  { storage, now, log }: { storage: Storage; now: () => number; log: Logger },
): OpenWorkspace & { settled(): Promise<void>; readonly watched: boolean } {
  let picture = start
  let stale = false
  let queue: Promise<unknown> = Promise.resolve()
  const { id } = start.workspace
  const list = areaList(id)
  const listeners = new Set<ChangeListener>()

  /** Runs a task when all before it are done. A task that fails does not stop the next. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = queue.then(task)
    queue = result.catch(() => undefined)
    return result
  }

  function publish(change: ListChange): void {
    for (const listener of listeners) {
      try {
        listener(list, change)
      } catch (error) {
        // One listener's fault is neither the command's nor the other listeners'.
        log.error({ err: error, workspace: id }, 'A listener of list changes failed')
      }
    }
  }

  /** Another process wrote to the log: what it did is read and published before anything is judged again. */
  async function reload(): Promise<void> {
    const fresh = await loadPicture(storage, id)
    if (!fresh) throw new Error(`Workspace ${id} has disappeared from storage`)
    const seen = picture.seq
    picture = fresh
    stale = false
    const missed = [...fresh.lastSeq].filter(([, seq]) => seq > seen).map(([story]) => story)
    publish(areaChange(fresh, missed, { withInfo: true }))
  }

  async function carryOut(actor: Actor, raw: unknown, sample: boolean): Promise<CommandResult> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        if (stale) await reload()
        const { result, events } = await run(storage, picture, actor, raw, { at: now(), sample })
        if (events.length > 0) {
          const stories = new Set(events.map((event) => event.story))
          publish(areaChange(picture, stories, { withInfo: false }))
        }
        return result
      } catch (error) {
        // After a failed commit storage may hold it or not: the log is read again before the next decision.
        stale = true
        if (error instanceof SequenceConflict && attempt < 3) continue
        log.error({ err: error, workspace: id }, 'A command could not be stored')
        return refused(idOf(raw), 'unavailable', UNAVAILABLE).result
      }
    }
  }

  return {
    id,
    run: (actor, raw, { sample = false } = {}) => inTurn(() => carryOut(actor, raw, sample)),
    snapshot: (name) => (name === list ? areaSnapshot(picture) : null),
    changesSince: (name, seq) => (name === list ? areaChangesSince(picture, seq) : null),
    onChanges(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refreshMembers: () =>
      inTurn(async () => {
        const [workspace, members] = await Promise.all([
          storage.workspaces.find(id),
          loadMembers(storage, id),
        ])
        if (workspace) picture.workspace = workspace
        picture.members = members
        publish(areaChange(picture, [], { withInfo: true }))
      }),
    hasStory: (story) => picture.stories.has(story),
    rolesOf: (user) => picture.members.find((member) => member.id === user)?.roles ?? null,
    settled: async () => void (await queue),
    get watched() {
      return listeners.size > 0
    },
  }
}

const UNAVAILABLE =
  'The server cannot reach its storage at the moment. Nothing was changed; the change is kept and sent again.'
