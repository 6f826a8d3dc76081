'use client'

import { useTranslations } from 'use-intl/react'
import { availability, runAction } from '#components/actions/index.ts'
import { MenuGroup, MenuItem, MenuLine } from '#components/ui/Menu.tsx'
import { StepDot } from '#components/ui/StepDot.tsx'
import { nameOf } from '#components/cards/nameOf.ts'
import type { ChoicesProps } from './ChoiceMenu.tsx'
import { moveToEnd, moveToStep } from './placeActions.ts'

/** "Move to…": the team's other steps, and both ends of its order. */
export function PlaceChoices({ target, choose }: ChoicesProps) {
  const t = useTranslations('backlog')
  const { backlog, stories } = target
  const steps = backlog.team().steps.filter(({ id }) => stories.some(({ step }) => step !== id))
  return (
    <>
      <MenuGroup heading={t('moveTo', { stories: nameOf(stories) })}>
        {steps.map(({ id, name, category }) => {
          const can = availability(moveToStep, { ...target, step: id })
          return (
            <MenuItem
              key={id}
              icon={<StepDot kind={category} />}
              unavailable={can.kind === 'explained' ? can.reason : null}
              onSelect={choose(() => void runAction(moveToStep, { ...target, step: id }))}
            >
              {name}
            </MenuItem>
          )
        })}
      </MenuGroup>
      <MenuLine />
      {(['top', 'bottom'] as const).map((end) => {
        const can = availability(moveToEnd, { ...target, end })
        return (
          <MenuItem
            key={end}
            unavailable={can.kind === 'explained' ? can.reason : null}
            onSelect={choose(() => void runAction(moveToEnd, { ...target, end }))}
          >
            {end === 'top' ? t('top') : t('bottom')}
          </MenuItem>
        )
      })}
    </>
  )
}
