'use client'

import { useTranslations } from 'use-intl/react'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Menu, MenuChoices } from '#components/ui/Menu.tsx'
import { ThemeDot } from '#components/flow/ThemeDot.tsx'

/** The colours of the palette, by their index. */
const COLOURS = [
  'red',
  'orange',
  'ochre',
  'olive',
  'green',
  'emerald',
  'teal',
  'sky',
  'blue',
  'violet',
  'purple',
  'pink',
] as const

/** A theme's colour, and the others it could have. */
export function ColourMenu({
  name,
  colour,
  onChoose,
  disabled,
}: {
  /** The theme's name. */
  readonly name: string
  readonly colour: number
  readonly onChoose: (colour: number) => void
  readonly disabled: boolean
}) {
  const t = useTranslations('themes')
  const called = COLOURS[colour]
  return (
    <Menu
      trigger={
        <IconButton
          label={t('colourOf', {
            name,
            colour: called ? t(`colours.${called}`) : t('ownColour'),
          })}
          size="small"
          tooltip={false}
          disabled={disabled}
          className="data-disabled:opacity-100!"
        >
          <ThemeDot colour={colour} size={12} />
        </IconButton>
      }
    >
      <MenuChoices
        heading={t('colour')}
        value={String(colour)}
        onChoose={(value) => onChoose(Number(value))}
        choices={COLOURS.map((one, index) => ({
          value: String(index),
          label: t(`colours.${one}`),
          icon: <ThemeDot colour={index} size={12} />,
        }))}
      />
    </Menu>
  )
}
