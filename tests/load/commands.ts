import { setTimeout as pause } from 'node:timers/promises'
import type { NewCommand } from '#lib/domain/command.ts'
import { cpuSeconds, percentile } from './measure.ts'
import type { Peer } from './peer.ts'
import { Viewer } from './viewer.ts'
import type { FilledWorkspace } from './workspace.ts'

/** How often somebody does something, all people together. */
const COMMANDS_PER_SECOND = 20
/** A change that has not come after this long, in ms, is lost. */
const PATIENCE_MS = 10_000

export interface CommandsResult {
  /** Milliseconds from sending a command to the moment a peer's socket has the change: every command, every peer. */
  readonly p50: number
  readonly p99: number
  /** Milliseconds to the answer at whoever sent it. */
  readonly answer: number
  /** CPU milliseconds of the server per command: deciding, storing, and telling everybody. */
  readonly cpu: number
  readonly commands: number
  /** Changes that never came to a peer. */
  readonly lost: number
}

/** Opens the boards for `people`, lets all of them act in turn for `seconds`, and measures. */
export async function measureCommands(
  peer: Peer,
  workspace: FilledWorkspace,
  people: number,
  seconds: number,
): Promise<CommandsResult> {
  const { url } = peer.connection('')
  const options = { url, token: peer.token, lists: workspace.lists, since: workspace.seq }
  const viewers = Array.from({ length: people }, () => new Viewer(options))
  await Promise.all(viewers.map(({ ready }) => ready))
  const sentAt = new Map<number, { at: number; by: Viewer }>()
  const early = new Map<number, { viewer: Viewer; at: number }[]>()
  const latencies: number[] = []
  const take = (seq: number, viewer: Viewer, at: number) => {
    const sent = sentAt.get(seq)
    // A change comes before its sender knows its number.
    if (!sent) early.set(seq, [...(early.get(seq) ?? []), { viewer, at }])
    else if (viewer !== sent.by) latencies.push(at - sent.at)
  }
  for (const viewer of viewers) {
    const heard = new Set<number>()
    viewer.onChange = (seq, at) => {
      // A story that changes lists is told of on both; the first counts.
      if (heard.has(seq)) return
      heard.add(seq)
      take(seq, viewer, at)
    }
  }

  const answers: number[] = []
  let without = 0
  const commands = seconds * COMMANDS_PER_SECOND
  const cpuBefore = cpuSeconds(peer.pid)
  const started = performance.now()
  const under: Promise<void>[] = []
  for (let index = 0; index < commands; index += 1) {
    const by = viewers[index % viewers.length]!
    const at = performance.now()
    under.push(
      by.send({ id: `act-${started}-${index}`, ...act(workspace) }).then(({ ok, seq, code }) => {
        if (!ok || seq === undefined) throw new Error(`A command was refused: ${code}`)
        answers.push(performance.now() - at)
        // Without effect: the number is that of the command before.
        if (sentAt.has(seq)) return void (without += 1)
        sentAt.set(seq, { at, by })
        for (const heard of early.get(seq) ?? []) take(seq, heard.viewer, heard.at)
        early.delete(seq)
      }),
    )
    await pause(
      Math.max(0, started + ((index + 1) * 1_000) / COMMANDS_PER_SECOND - performance.now()),
    )
  }
  await Promise.all(under)
  const expected = (commands - without) * (people - 1)
  const end = performance.now() + PATIENCE_MS
  while (latencies.length < expected && performance.now() < end) await pause(5)
  const cpu = ((cpuSeconds(peer.pid) - cpuBefore) * 1_000) / commands
  for (const viewer of viewers) viewer.close()
  for (const values of [latencies, answers]) values.sort((a, b) => a - b)
  return {
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    answer: percentile(answers, 0.5),
    cpu,
    commands,
    lost: expected - latencies.length,
  }
}

let deeds = 0
const SIZES = ['1', '2', '3', '5', '8', '13', '21']
const sizes = new Map<string, number>()

/** What people do on boards: order, size, rename. Each changes something, whatever was done before. */
export function act({ inArea, onTeams }: FilledWorkspace): NewCommand {
  deeds += 1
  const story = inArea[(deeds * 7_919) % inArea.length]!
  const onTeam = onTeams[(deeds * 104_729) % onTeams.length]!
  switch (deeds % 4) {
    case 0: {
      const other = inArea[(deeds * 31 + 17) % inArea.length]!
      return { type: 'rankStory', story, place: { after: other === story ? null : other } }
    }
    case 1:
      return { type: 'rankStory', story: onTeam, place: { after: null } }
    case 2: {
      const size = ((sizes.get(onTeam) ?? -1) + 1) % SIZES.length
      sizes.set(onTeam, size)
      return { type: 'sizeStory', story: onTeam, size: SIZES[size]! }
    }
    default:
      return { type: 'renameStory', story, title: `Renamed for the ${deeds}. time` }
  }
}
