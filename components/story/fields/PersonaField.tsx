'use client'

import { CircleOff, CircleSlash2, Plus } from 'lucide-react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { setNewPersona, setPersona } from '#components/flow/describeActions.ts'
import type { StoryTarget } from '#components/flow/target.ts'
import type { PickerLine } from '#components/ui/Picker.tsx'
import { PickerMenu } from '#components/ui/PickerMenu.tsx'
import { NOT_NEEDED } from '#lib/domain/story.ts'
import { FieldButton } from './FieldButton.tsx'
import { FieldLine } from './FieldLine.tsx'
import { matching, NEW, NOTHING } from './lines.ts'
import type { Opened } from './opened.ts'

/** Whom a story is for, or that it needs nobody; somebody new can be named on the way. */
export function PersonaField({
  target,
  area,
  opened,
}: {
  readonly target: StoryTarget
  readonly area: ReadyArea
  readonly opened: Opened
}) {
  const { client, story } = target
  const { personas } = area.settings
  const locked =
    client.judge({ type: 'setPersona', story: story.id, persona: story.persona })?.message ?? null
  const name = story.persona === NOT_NEEDED ? 'Not needed' : personas.get(story.persona ?? '')?.name

  function find(query: string): readonly PickerLine[] {
    const live = [...personas.values()]
      .filter(({ archivedAt }) => archivedAt === null)
      .sort((a, b) => a.name.localeCompare(b.name))
      .map(({ id, name, about }) => ({
        id,
        title: name,
        ...(about && { detail: about.length > 80 ? `${about.slice(0, 80)}…` : about }),
        chosen: id === story.persona,
      }))
    const answers = [
      {
        id: NOT_NEEDED,
        title: 'Not needed',
        detail: 'The story is for nobody in particular',
        icon: <CircleSlash2 aria-hidden size={14} />,
        chosen: story.persona === NOT_NEEDED,
      },
      ...(story.persona === null
        ? []
        : [{ id: NOTHING, title: 'Undecided', icon: <CircleOff aria-hidden size={14} /> }]),
    ]
    const unavailable =
      query === ''
        ? null
        : (client.judge({ type: 'createPersona', persona: NEW, name: query })?.message ?? null)
    return matching(query, [...live, ...answers], {
      id: NEW,
      title: `Create the persona “${query}”`,
      icon: <Plus aria-hidden size={14} />,
      unavailable,
    })
  }

  return (
    <FieldLine label="Persona">
      <PickerMenu
        locked={locked !== null}
        label="Find or create a persona"
        open={opened.isOpen('persona')}
        onOpenChange={opened.set('persona')}
        trigger={
          <FieldButton
            locked={locked}
            isEmpty={name === undefined}
            aria-label={`Persona: ${name ?? 'none'}`}
          >
            <span className="wrap-anywhere">{name ?? 'Who is it for?'}</span>
          </FieldButton>
        }
        find={find}
        empty={() => 'There is no persona yet. Type a name to create one.'}
        onChoose={({ id }, query) => {
          if (id === NEW) runAction(setNewPersona, { client, story, name: query })
          else runAction(setPersona, { client, story, persona: id === NOTHING ? null : id })
        }}
      />
    </FieldLine>
  )
}
