import { type Check, type CheckLevel, CHECKS, type GateMode } from '#lib/domain/policy.ts'
import type { Role } from '#lib/domain/roles.ts'
import { command, type Person, storyOf } from './e2e.ts'

/** Gives the id of a story that stands in the refinement area. */
export async function idOf(person: Person, workspace: string, key: string): Promise<string> {
  const story = await storyOf(person, workspace, key)
  if (!story) throw new Error(`${key} is not in the refinement area`)
  return story.id
}

/** Takes ideas to Refinement or on to Ready, whatever they lack. */
export async function bring(
  person: Person,
  workspace: string,
  stage: 'refinement' | 'ready',
  ...keys: readonly string[]
): Promise<void> {
  for (const key of keys) {
    const story = await idOf(person, workspace, key)
    await command(person, workspace, { type: 'startRefining', story })
    if (stage === 'refinement') continue
    const passed = { confirmed: true, override: 'For the test' }
    await command(person, workspace, { type: 'markReady', story, ...passed })
  }
}

/** Sets what the gate does, and which checks it requires; all others are off. */
export async function setGate(
  owner: Person,
  workspace: string,
  gate: GateMode,
  ...required: readonly Check[]
): Promise<void> {
  const checks = Object.fromEntries(
    CHECKS.map((check): [Check, CheckLevel] => [
      check,
      required.includes(check) ? 'required' : 'off',
    ]),
  )
  await command(owner, workspace, { type: 'setPolicy', policy: { gate, checks } })
}

/** Makes a team and gives its id. */
export async function makeTeam(owner: Person, workspace: string, name: string): Promise<string> {
  const team = crypto.randomUUID()
  await command(owner, workspace, { type: 'createTeam', team, name })
  return team
}

/** Makes a theme and gives its id. */
export async function makeTheme(owner: Person, workspace: string, name: string): Promise<string> {
  const theme = crypto.randomUUID()
  await command(owner, workspace, { type: 'createTheme', theme, name, colour: 3 })
  return theme
}

/** Gives a member other roles, by their name. */
export async function appoint(
  owner: Person,
  workspace: string,
  name: string,
  ...roles: readonly Role[]
): Promise<void> {
  const path = `/api/v1/workspaces/${workspace}/lists/area:${workspace}`
  const { body } = await owner.visitor.get(path)
  const members = body.info.members as { id: string; name: string }[]
  const member = members.find((one) => one.name === name)?.id
  await command(owner, workspace, { type: 'changeRoles', member, roles })
}
