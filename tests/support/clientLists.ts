import type { StoredCommand } from '#lib/client/localStore.ts'
import type { ListMessage } from '#lib/client/lists.ts'
import type { Command, NewCommand } from '#lib/domain/command.ts'
import { areaList, listOf, teamList } from '#lib/domain/lists.ts'
import { must } from '#lib/domain/must.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { DEFAULT_POLICY } from '#lib/domain/policy.ts'
import type { Story } from '#lib/domain/story.ts'
import { seesTeam } from '#lib/domain/visibility.ts'
import type { AreaInfo, ListChange, ListInfo } from '#lib/schema/wire.ts'
import { ana, Flow } from './domain.ts'

export const AREA = areaList('w1')

/** The header of a workspace in which nothing was decided yet. */
export const EMPTY_INFO: AreaInfo = {
  workspace: { id: 'w1', name: 'Acme', keyPrefix: 'ST' },
  members: [],
  policy: DEFAULT_POLICY,
  teams: [],
  themes: [],
  personas: [],
}

/** Gives a command as the outbox keeps it. */
export function stored(command: Command, title = 'A title'): StoredCommand {
  return { id: command.id, command, at: 1, title }
}

/** What a server would say of its lists, from the rules alone: every change of each list, in the order of the log. */
export class ListServer {
  readonly flow = new Flow()
  /** Each list's changes, in order; those of one command have its last number. */
  readonly said = new Map<string, ListChange[]>()
  readonly #reader: Actor

  /** `reader`: whose lists they are. */
  constructor(reader: Actor = ana) {
    this.#reader = reader
  }

  /** Carries out a command. Gives what every list says about it: what it brings before what it takes away. */
  run(command: NewCommand, actor: Actor = ana): { list: string; change: ListChange }[] {
    const { flow } = this
    const before = new Map(flow.stories)
    const events = flow.events.length
    const decision = flow.run(command, actor)
    if (!decision.ok) throw new Error(`${command.type}: ${decision.message}`)
    const seq = flow.events.length
    const isAboutSettings = flow.events.slice(events).some(({ story }) => story === null)
    const changes = new Map<string, { set: Record<string, Story>; gone: string[] }>()
    const changeOf = (list: string) => {
      if (!changes.has(list)) changes.set(list, { set: {}, gone: [] })
      return must(changes.get(list), list)
    }
    for (const id of new Set([...before.keys(), ...flow.stories.keys()])) {
      const [old, now] = [before.get(id), flow.stories.get(id)]
      if (old === now) continue
      const [from, to] = [old && listOf(old, 'w1'), now && listOf(now, 'w1')]
      if (to && now) changeOf(to).set[id] = now
      if (from && from !== to) changeOf(from).gone.push(id)
    }
    if (isAboutSettings) changeOf(AREA)
    return [...changes]
      .sort(([, a], [, b]) => a.gone.length - b.gone.length)
      .map(([list, { set, gone }]) => {
        const change = { seq, set, gone, ...(isAboutSettings && { info: this.info(list) }) }
        this.said.set(list, [...(this.said.get(list) ?? []), change])
        return { list, change }
      })
  }

  info(list: string): ListInfo {
    const { settings, members } = this.flow
    const team = settings.teams.get(list.slice(teamList('').length))
    if (list !== AREA) {
      return { team: must(team, list), flow: { completed: 0, days: 0, medianDays: {} } }
    }
    return {
      ...EMPTY_INFO,
      members: [...members.values()].map((member) => ({ ...member, colour: 0 })),
      policy: settings.policy,
      teams: [...settings.teams.values()].filter((each) => seesTeam(each, this.#reader)),
      themes: [...settings.themes.values()],
      personas: [...settings.personas.values()],
    }
  }

  snapshot(list: string): ListMessage {
    const items = [...this.flow.stories.values()].filter((story) => listOf(story, 'w1') === list)
    return { snapshot: { seq: this.flow.events.length, items, info: this.info(list) } }
  }

  /** Puts stories on a team's backlog that everybody sees: `id` is the team's, the stories are its own. */
  team(id: string, stories: readonly string[] = [], { isPrivate = false } = {}): void {
    this.run({ type: 'createTeam', team: id, name: `Team ${id}`, isPrivate })
    for (const story of stories) {
      this.ready(story)
      this.run({ type: 'assignToTeam', story, team: id })
    }
  }

  ready(story: string): void {
    this.run({ type: 'captureStory', story, title: `Story ${story}` })
    this.run({ type: 'startRefining', story })
    this.run({ type: 'markReady', story, confirmed: true })
  }
}
