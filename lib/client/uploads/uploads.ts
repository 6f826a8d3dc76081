import { fileAddress } from '../../files/address.ts'
import { USUAL_FILE_BYTES } from '../../files/limit.ts'
import type { Readable } from '../client.ts'
import { Value } from '../readable.ts'
import { filesName, JobStore, type Job } from './jobStore.ts'
import { keepFile } from './keepFile.ts'
import type { UploadProblem } from './problem.ts'
import { askForCopy, type SendBytes, sendBytes, type Sent } from './send.ts'

/** How far a file of this device has got; a file that is not among them is on the server, or somebody else's. */
export type UploadState =
  | { readonly phase: 'waiting' }
  /** `share` of it has gone out, 0 to 1. */
  | { readonly phase: 'sending'; readonly share: number }
  | { readonly phase: 'failed'; readonly problem: UploadProblem }

export interface UploadsOptions {
  readonly workspaceId: string
  readonly userId: string
  readonly indexedDB: IDBFactory | null
  readonly locks: Pick<LockManager, 'request'> | null
  /** Calls back when trying again at once is worth it. Gives the stop. */
  readonly onWake: (wake: () => void) => () => void
  readonly now: () => number
  readonly send?: SendBytes
  readonly copy?: (place: Parameters<SendBytes>[0]) => Promise<Sent>
}

/** A story that was captured offline comes to the server by itself; longer than this it does not, in ms. */
const ABSENT_MS = 10 * 60 * 1000
const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 60_000
/** Files that are sent at once. */
const LANES = 2

/**
 * The files that this device has and the server does not: kept on its disk until they are there, sent when there is a network,
 * whatever page is open, and shown from here meanwhile (I5).
 */
export class Uploads {
  readonly #options: UploadsOptions
  readonly #store: JobStore
  readonly #jobs = new Map<string, Job>()
  readonly #states = new Value<ReadonlyMap<string, UploadState>>(new Map())
  readonly #previews = new Map<string, string>()
  readonly #busy = new Set<string>()
  readonly #absentSince = new Map<string, number>()
  readonly #stop: () => void
  readonly #loaded: Promise<void>
  #wait = FIRST_WAIT_MS
  #timer: ReturnType<typeof setTimeout> | null = null
  #isClosed = false

  constructor(options: UploadsOptions) {
    this.#options = options
    const { indexedDB, userId, workspaceId } = options
    this.#store = new JobStore(indexedDB, filesName(userId, workspaceId))
    this.#stop = options.onWake(() => this.#hurry())
    this.#loaded = this.#load()
  }

  /** By the file's id. */
  get states(): Readable<ReadonlyMap<string, UploadState>> {
    return this.#states
  }

  /** False while something is only in this page's memory: warn before leaving. */
  get isKept(): boolean {
    return this.#store.isKept
  }

  /** Gives an address of this page for a file that is, or was, sent from here; null for any other. */
  preview(id: string): string | null {
    return this.#previews.get(id) ?? null
  }

  /** Why a file cannot be sent at all; null when it can be tried. */
  async refusal({ name, size }: { name: string; size: number }): Promise<UploadProblem | null> {
    if (size === 0) return { kind: 'fileEmpty', name }
    const most = (await this.#store.fileBytes()) ?? USUAL_FILE_BYTES
    if (size <= most) return null
    // The limit may have been raised since this device heard of it.
    const now = (await this.#askLimit()) ?? most
    return size <= now ? null : { kind: 'fileTooLarge', name, size, most: now }
  }

  /** Takes a file over. It is on this device's disk when the promise resolves. */
  async send(file: { id: string; story: string; name: string; blob: Blob }): Promise<void> {
    this.#previews.set(file.id, URL.createObjectURL(file.blob))
    await this.#begin({ kind: 'send', ...file, at: this.#options.now(), problem: null })
  }

  /** Asks for a file of another story. */
  async copy(file: { id: string; story: string; name: string }): Promise<void> {
    if (this.#jobs.has(file.id)) return
    await this.#begin({ kind: 'copy', ...file, at: this.#options.now(), problem: null })
  }

  /** Tries once more what the server refused. */
  async retry(id: string): Promise<void> {
    const job = this.#jobs.get(id)
    if (!job) return
    this.#absentSince.delete(id)
    await this.#begin({ ...job, problem: null })
    this.#hurry()
  }

  /** Gives a file up; its bytes are gone from this device. */
  async drop(id: string): Promise<void> {
    this.#forget(id)
    await this.#store.remove(id)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#stop()
    if (this.#timer) clearTimeout(this.#timer)
    for (const url of this.#previews.values()) URL.revokeObjectURL(url)
    await this.#loaded
    await this.#store.close()
  }

  async #load(): Promise<void> {
    for (const job of await this.#store.all()) {
      if (this.#jobs.has(job.id)) continue
      this.#jobs.set(job.id, job)
      if (job.kind === 'send') this.#previews.set(job.id, URL.createObjectURL(job.blob))
      this.#show(job.id, stateOf(job))
    }
    this.#pump()
    if (this.#jobs.size > 0) await this.#askLimit()
  }

  async #begin(job: Job): Promise<void> {
    this.#jobs.set(job.id, job)
    this.#show(job.id, stateOf(job))
    // Not before it is on the disk: whoever sends looks there whether it is still wanted.
    this.#busy.add(job.id)
    await this.#store.put(job)
    this.#busy.delete(job.id)
    this.#pump()
  }

  /** A network that was away is back: what waits goes at once. */
  #hurry(): void {
    this.#wait = FIRST_WAIT_MS
    this.#pump()
  }

  #pump(): void {
    if (this.#isClosed) return
    for (const job of this.#jobs.values()) {
      if (this.#busy.size >= LANES) return
      if (this.#busy.has(job.id) || job.problem !== null) continue
      this.#busy.add(job.id)
      void this.#try(job).then((isOver) => {
        this.#busy.delete(job.id)
        if (isOver) this.#pump()
        else this.#later()
      })
    }
  }

  #later(): void {
    if (this.#timer || this.#isClosed) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#pump()
    }, this.#wait)
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS)
  }

  /** One tab sends a file; another that waits for it finds it gone. Gives whether it need not be tried again by itself. */
  async #try(job: Job): Promise<boolean> {
    const { locks } = this.#options
    if (!locks) return this.#send(job)
    return locks.request(`sluice:upload:${job.id}`, () => this.#send(job))
  }

  async #send(job: Job): Promise<boolean> {
    if (this.#isClosed || !(await this.#store.has(job.id))) {
      this.#forget(job.id)
      return true
    }
    const { send = sendBytes, copy = askForCopy, workspaceId } = this.#options
    const place = { workspace: workspaceId, story: job.story, file: job.id }
    this.#show(job.id, { phase: 'sending', share: 0 })
    const sent =
      job.kind === 'copy'
        ? await copy(place)
        : await send(place, job, (share) => this.#show(job.id, { phase: 'sending', share }))
    // Given up while it was under way.
    if (!this.#jobs.has(job.id)) return true
    const answer = sent.kind === 'absent' ? this.#absent(job) : sent
    switch (answer.kind) {
      case 'stored':
        if (job.kind === 'send') await keepFile(fileAddress(place), job.blob)
        await this.drop(job.id)
        return true
      case 'refused':
        await this.#fail(job, answer.problem)
        return true
      case 'later':
        this.#show(job.id, { phase: 'waiting' })
        return false
    }
  }

  #absent(job: Job): Exclude<Sent, { kind: 'absent' }> {
    const since = this.#absentSince.get(job.id) ?? this.#options.now()
    this.#absentSince.set(job.id, since)
    // A copy too may be asked for before the capture of its story has arrived.
    if (this.#options.now() - since < ABSENT_MS) return { kind: 'later' }
    return {
      kind: 'refused',
      problem: { kind: job.kind === 'send' ? 'storyGone' : 'copyGone', name: job.name },
    }
  }

  async #fail(job: Job, problem: UploadProblem): Promise<void> {
    const failed = { ...job, problem }
    this.#jobs.set(job.id, failed)
    this.#show(job.id, stateOf(failed))
    await this.#store.put(failed)
  }

  #forget(id: string): void {
    this.#jobs.delete(id)
    this.#absentSince.delete(id)
    const states = new Map(this.#states.get())
    if (states.delete(id)) this.#states.set(states)
  }

  #show(id: string, state: UploadState): void {
    // What is only asked for is seen when it comes; its bytes are on the server already.
    const isSeen = this.#jobs.get(id)?.kind === 'send' || state.phase === 'failed'
    if (isSeen) this.#states.set(new Map(this.#states.get()).set(id, state))
  }

  async #askLimit(): Promise<number | null> {
    try {
      const { workspaceId } = this.#options
      const answer = await fetch(`/api/v1/workspaces/${encodeURIComponent(workspaceId)}/files`)
      const { fileBytes } = (await answer.json()) as { fileBytes?: unknown }
      if (typeof fileBytes !== 'number') return null
      await this.#store.rememberFileBytes(fileBytes)
      return fileBytes
    } catch {
      return null
    }
  }
}

function stateOf({ problem }: Job): UploadState {
  return problem === null ? { phase: 'waiting' } : { phase: 'failed', problem }
}
