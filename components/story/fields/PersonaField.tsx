'use client'

import { whyNotIn } from '#components/language/refusalText.ts'
import { CircleOff, CircleSlash2, Plus } from 'lucide-react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { setNewPersona, setPersona } from '#components/flow/describeActions.ts'
import type { StoryTarget } from '#components/flow/target.ts'
import { textsOf } from '#components/language/loaded.ts'
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
  const t = textsOf('story')
  const { client, story } = target
  const { personas } = area.settings
  const locked = whyNotIn(
    client.judge({ type: 'setPersona', story: story.id, persona: story.persona }),
  )
  const name =
    story.persona === NOT_NEEDED ? t('fields.notNeeded') : personas.get(story.persona ?? '')?.name

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
        title: t('fields.notNeeded'),
        detail: t('fields.forNobody'),
        icon: <CircleSlash2 aria-hidden size={14} />,
        chosen: story.persona === NOT_NEEDED,
      },
      ...(story.persona === null
        ? []
        : [
            {
              id: NOTHING,
              title: t('fields.undecided'),
              icon: <CircleOff aria-hidden size={14} />,
            },
          ]),
    ]
    const unavailable =
      query === ''
        ? null
        : whyNotIn(client.judge({ type: 'createPersona', persona: NEW, name: query }))
    return matching(query, [...live, ...answers], {
      id: NEW,
      title: t('fields.createPersona', { name: query }),
      icon: <Plus aria-hidden size={14} />,
      unavailable,
    })
  }

  return (
    <FieldLine label={t('fields.persona')}>
      <PickerMenu
        locked={locked !== null}
        label={t('fields.findPersona')}
        open={opened.isOpen('persona')}
        onOpenChange={opened.set('persona')}
        trigger={
          <FieldButton
            locked={locked}
            isEmpty={name === undefined}
            aria-label={t('fields.personaIs', { name: name ?? t('fields.none') })}
          >
            <span className="wrap-anywhere">{name ?? t('fields.whoFor')}</span>
          </FieldButton>
        }
        find={find}
        empty={() => t('fields.noPersona')}
        onChoose={({ id }, query) => {
          if (id === NEW) runAction(setNewPersona, { client, story, name: query })
          else runAction(setPersona, { client, story, persona: id === NOTHING ? null : id })
        }}
      />
    </FieldLine>
  )
}
