import { type Command, isAboutStory } from '../domain/command.ts'
import { isInSession } from '../domain/sessions/command.ts'
import type { Settings } from '../domain/settings.ts'
import type { Story } from '../domain/story.ts'

/** Gives what a command is about, as its refusal would call it. */
export function titleOf(
  command: Command,
  stories: ReadonlyMap<string, Story>,
  { teams, themes, personas, templates, views }: Settings,
): string {
  if (command.type === 'captureStory') return command.title
  if (isAboutStory(command)) return stories.get(command.story)?.title ?? 'A story in the trash'
  if (isInSession(command)) return 'name' in command ? command.name : 'A live session'
  if (command.type === 'removeSamples') return 'Sample stories'
  const named =
    ('team' in command && teams.get(command.team)) ||
    ('theme' in command && themes.get(command.theme)) ||
    ('persona' in command && personas.get(command.persona)) ||
    ('template' in command && templates.get(command.template)) ||
    ('view' in command && views.get(command.view))
  if (named) return named.name
  return ('name' in command && command.name) || 'The workspace'
}
