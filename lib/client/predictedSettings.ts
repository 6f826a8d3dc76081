import { applySettings, withRoles } from '../domain/apply.ts'
import type { SettingsEvent } from '../domain/event.ts'
import { NEW_SETTINGS, type Settings } from '../domain/settings.ts'
import type { Member } from '../domain/state.ts'

/** What a workspace has decided about itself, and who is in it. */
export interface Decided {
  readonly settings: Settings
  readonly members: ReadonlyMap<string, Member>
}

/** The settings and members as the server last told them, with what pending commands make of them on top. */
export class PredictedSettings {
  #base: Decided = { settings: NEW_SETTINGS, members: new Map() }
  /** By command, in the order of the commands. */
  readonly #events = new Map<string, SettingsEvent[]>()
  #now: Decided = this.#base

  get now(): Decided {
    return this.#now
  }

  /** Takes what the server tells. */
  take({ settings, members }: Decided): void {
    if (settings === this.#base.settings && members === this.#base.members) return
    this.#base = { settings, members }
    this.#fold()
  }

  /** Puts what a pending command does on top. */
  push(command: string, event: SettingsEvent): void {
    const events = this.#events.get(command)
    if (events) events.push(event)
    else this.#events.set(command, [event])
    this.#now = after(this.#now, event)
  }

  /** Takes what these commands did away. */
  drop(commands: Iterable<string>): void {
    let isChanged = false
    for (const command of commands) isChanged = this.#events.delete(command) || isChanged
    if (isChanged) this.#fold()
  }

  #fold(): void {
    this.#now = [...this.#events.values()].flat().reduce(after, this.#base)
  }
}

function after({ settings, members }: Decided, event: SettingsEvent): Decided {
  return {
    settings: applySettings(settings, event),
    members: event.type === 'RolesChanged' ? withRoles(members, event.member, event.to) : members,
  }
}
