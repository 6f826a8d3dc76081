import { apply, applySettings, judgedAnew } from '#lib/domain/apply.ts'
import type { Command, NewCommand } from '#lib/domain/command.ts'
import type { Decision } from '#lib/domain/decide.ts'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import { type DocumentFacts, NO_FACTS } from '#lib/domain/facts.ts'
import { type InboxEntry, unreadOf } from '#lib/domain/inbox/entry.ts'
import { filingsDue } from '#lib/domain/filing.ts'
import { inboxAfter } from '#lib/domain/inbox/fold.ts'
import { revisitsDue } from '#lib/domain/inbox/revisit.ts'
import type { Before } from '#lib/domain/inverse.ts'
import { backlog, column } from '#lib/domain/rank.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { applySession } from '#lib/domain/sessions/apply.ts'
import { decideWithSessions } from '#lib/domain/sessions/decide.ts'
import { isOfSession } from '#lib/domain/sessions/event.ts'
import type { Session } from '#lib/domain/sessions/session.ts'
import { NEW_SETTINGS, type Settings } from '#lib/domain/settings.ts'
import type { ChangeTeam } from '#lib/domain/settingsCommand.ts'
import { type Stage, STAGES } from '#lib/domain/stage.ts'
import type { Member, WorkspaceState } from '#lib/domain/state.ts'
import { isAreaStory, type Story, type TeamStory } from '#lib/domain/story.ts'
import { applyTalk } from '#lib/domain/talk/apply.ts'
import { isInTalk } from '#lib/domain/talk/event.ts'
import { NO_TALK, type Talk, type Thread } from '#lib/domain/talk/thread.ts'
import type { TeamRole } from '#lib/domain/team.ts'
import { BallotBox } from '#server/commands/ballotBox.ts'

export const ana: Actor = { id: 'ana', name: 'Ana', roles: ['owner'] }
export const kim: Actor = { id: 'kim', name: 'Kim', roles: ['member'] }
/** Not in a new workspace; `join` lets them in. */
export const adam: Actor = { id: 'adam', name: 'Adam', roles: ['admin'] }
export const pia: Actor = { id: 'pia', name: 'Pia', roles: ['product-manager'] }
export const bo: Actor = { id: 'bo', name: 'Bo', roles: ['member'] }
export const con: Actor = { id: 'con', name: 'Con', roles: ['contributor'] }
export const vic: Actor = { id: 'vic', name: 'Vic', roles: ['viewer'] }

/** A workspace in memory, with nothing but the rules: decide, number, fold. */
export class Flow implements WorkspaceState {
  readonly stories = new Map<string, Story>()
  readonly discussions = new Map<string, Talk>()
  readonly talks = { get: (story: string) => this.discussions.get(story) ?? NO_TALK }
  readonly events: WorkspaceEvent[] = []
  readonly members = new Map<string, Member>([ana, kim].map((member) => [member.id, member]))
  readonly keyPrefix = 'ST'
  /** Of the story that version commands speak of; left out, they name whatever they like. */
  declare versions?: NonNullable<WorkspaceState['versions']>
  settings: Settings = NEW_SETTINGS
  readonly sessions = new Map<string, Session>()
  readonly ballots = new BallotBox()
  readonly entries = new Map<string, Map<string, InboxEntry>>()
  readonly inbox = {
    entry: (user: string, story: string) => this.entries.get(story)?.get(user),
  }
  nextNumber = 1
  clock = 1_000

  /** Judges a command and, when it is accepted, folds its events. */
  run(command: NewCommand, actor: Actor = ana, options: { sample?: boolean } = {}): Decision {
    const id = `command-${this.events.length}-${this.clock}`
    const asked = { ...command, id } as Command
    const decision = decideWithSessions(this, asked, actor, this.clock, options)
    if (decision.ok) {
      this.clock += 1
      if (decision.ballot) this.ballots.take(decision.ballot)
      for (const fact of decision.events) {
        const seq = this.events.length + 1
        this.take({ ...fact, seq, at: this.clock, by: actor.id, command: id })
      }
    }
    return decision
  }

  /** Folds one event. */
  take(event: WorkspaceEvent): void {
    this.events.push(event)
    if (isOfSession(event)) {
      const session = applySession(this.sessions.get(event.session), event)
      this.sessions.set(session.id, session)
      this.ballots.follow(session)
      return
    }
    if (event.story === null) {
      this.settings = applySettings(this.settings, event)
      if (event.type === 'PolicySet') {
        for (const story of judgedAnew(this.stories.values(), event.to)) {
          this.stories.set(story.id, story)
        }
      }
      if (event.type === 'RolesChanged') this.#changeRoles(event.member, event.to)
      return
    }
    if (isInTalk(event)) {
      this.discussions.set(event.story, applyTalk(this.talks.get(event.story), event))
    }
    if (event.type === 'StoryPurged') this.discussions.delete(event.story)
    const before = this.stories.get(event.story)
    const after = apply(before, event, this.settings.policy)
    const entries = this.entries.get(event.story) ?? new Map<string, InboxEntry>()
    const around = { before: before ?? null, after, entries, world: this }
    const changed = inboxAfter(event, around)
    if (changed.size > 0) this.entries.set(event.story, new Map([...entries, ...changed]))
    if (!after) this.entries.delete(event.story)
    if (after) this.stories.set(event.story, after)
    else this.stories.delete(event.story)
    if (event.type === 'StoryCaptured') this.nextNumber += 1
  }

  #changeRoles(id: string, roles: Member['roles'] | null): void {
    const member = this.members.get(id)
    if (!member) return
    if (roles === null) this.members.delete(id)
    else this.members.set(id, { ...member, roles })
  }

  /** Captures a story and walks it to a stage by legal moves. */
  put(story: string, stage: Stage = 'idea', title = `Story ${story}`): void {
    this.run({ type: 'captureStory', story, title })
    if (stage === 'idea') return
    if (stage === 'wont-do') {
      this.run({ type: 'dismissStory', story, reason: 'Out of scope' })
      return
    }
    this.run({ type: 'startRefining', story })
    if (stage === 'ready') this.run({ type: 'markReady', story, confirmed: true })
  }

  /** Lets people in. */
  join(...people: readonly Actor[]): this {
    for (const person of people) this.members.set(person.id, person)
    return this
  }

  /** Makes a team by the owner's hand, with these people and nobody else. */
  found(
    team: string,
    people: Readonly<Record<string, TeamRole>> = {},
    changes: Omit<ChangeTeam, 'id' | 'type' | 'team'> = {},
  ): this {
    this.must({ type: 'createTeam', team, name: team[0]!.toUpperCase() + team.slice(1) })
    this.must({ type: 'changeTeam', team, ...changes })
    this.must({ type: 'setTeamMember', team, member: ana.id, role: null })
    for (const [member, role] of Object.entries(people)) {
      this.must({ type: 'setTeamMember', team, member, role })
    }
    return this
  }

  /** Captures a story and walks it onto a team's backlog, into its first step or the one that is named. */
  putOnTeam(story: string, team: string, step?: string): void {
    this.put(story, 'ready')
    this.must({ type: 'assignToTeam', story, team })
    if (step && this.stories.get(story)?.step !== step)
      this.must({ type: 'moveToStep', story, step })
  }

  /** The server has read this in a story's document. */
  describe(
    story: string,
    facts: Partial<DocumentFacts>,
    {
      by = ana.id,
      ...read
    }: {
      by?: string
      mentionedBy?: Record<string, string>
      closed?: readonly string[]
      answeredBy?: Record<string, string>
    } = {},
  ): void {
    const before = this.stories.get(story)?.facts ?? NO_FACTS
    const seq = this.events.length + 1
    const what = { type: 'StoryDescribed', story, facts: { ...before, ...facts } } as const
    const frame = { seq, at: this.clock, by, command: `described-${seq}` }
    this.take({ ...what, ...frame, ...read })
  }

  /** The server looks at the day (`YYYY-MM-DD`): whoever set a story aside until then is reminded. */
  remind(today: string): void {
    const reminded = new Map<string, string>()
    for (const event of this.events) {
      if (event.type === 'RevisitCame') reminded.set(event.story, event.on)
    }
    for (const fact of revisitsDue(this.stories.values(), reminded, today)) {
      const story = this.story(fact.story)
      const seq = this.events.length + 1
      const by = story.setAsideBy ?? story.capturedBy
      this.take({ ...fact, seq, at: this.clock, by, command: `reminded-${seq}` })
    }
  }

  /** The server looks at its hour: what has been closed for long is filed. Gives which stories. */
  file(): readonly string[] {
    const restored = new Map<string, number>()
    for (const { type, story, at } of this.events) {
      if (type === 'StoryRestored') restored.set(story, at)
    }
    const due = filingsDue(this.stories, restored, this.clock)
    for (const fact of due) {
      const seq = this.events.length + 1
      const by = this.story(fact.story).capturedBy
      this.take({ ...fact, seq, at: this.clock, by, command: `filed-${seq}` })
    }
    return due.map(({ story }) => story)
  }

  /** What is new in somebody's inbox, by story: the kinds of the notices and why, newest first. */
  news(user: string): Record<string, string[]> {
    const found: Record<string, string[]> = {}
    for (const [story, entries] of this.entries) {
      const entry = entries.get(user)
      const unread = entry ? unreadOf(entry) : []
      if (unread.length > 0) found[story] = unread.map(({ what, why }) => `${what.kind}: ${why}`)
    }
    return found
  }

  /** Runs what a test takes for granted. */
  must(command: NewCommand, actor: Actor = ana): readonly WorkspaceEvent[] {
    const before = this.events.length
    const decision = this.run(command, actor)
    if (!decision.ok) throw new Error(`${command.type}: ${decision.message}`)
    return this.events.slice(before)
  }

  /** A thread that a test knows to be there. */
  thread(story: string, id: string): Thread {
    const thread = this.talks.get(story).get(id)
    if (!thread) throw new Error(`There is no thread ${id} on ${story}`)
    return thread
  }

  /** A story that a test knows to be there. */
  story(id: string): Story {
    const story = this.stories.get(id)
    if (!story) throw new Error(`There is no story ${id}`)
    return story
  }

  /** A story that a test knows to be on a team's backlog. */
  teamStory(id: string): TeamStory {
    const story = this.story(id)
    if (isAreaStory(story)) throw new Error(`${id} is on no team's backlog`)
    return story
  }

  /** What a person sees, as `inverseOf` takes it: everything that is not in the trash. */
  get before(): Before {
    const live = [...this.stories].filter(([, { trashedAt }]) => trashedAt === null)
    const stories = new Map(live)
    const columns = STAGES.map((stage) => [stage, column(stories.values(), stage)])
    const backlogs = [...this.settings.teams.keys()].map(
      (team) => [team, { stories: backlog(stories.values(), team) }] as const,
    )
    const talks = new Map(this.discussions)
    const own = new Map([...this.entries].map(([story, all]) => [story, all.get(ana.id)]))
    return {
      me: ana.id,
      inbox: { me: ana.id, entry: (story) => own.get(story) },
      stories,
      columns: Object.fromEntries(columns),
      backlogs: new Map(backlogs),
      settings: this.settings,
      members: new Map(this.members),
      talks: { get: (story) => talks.get(story) ?? NO_TALK },
    }
  }

  /** The ids of a team's live stories in their order. */
  backlog(team: string): string[] {
    return backlog(this.stories.values(), team).map(({ id }) => id)
  }

  /** The ids of a stage's live stories in their order. */
  order(stage: Stage): string[] {
    return column(this.stories.values(), stage).map(({ id }) => id)
  }
}
