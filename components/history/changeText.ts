import type { TextsIn } from '#components/language/messages.ts'
import type { Said } from '#lib/doc/compare/inWords.ts'

/** Says one thing that is different: "Criterion 3 changed". */
export function changeText(t: TextsIn<'history'>, { name, values }: Said): string {
  if (name !== 'others') return t(`changes.${name}`, values)
  const parts = (['changed', 'new', 'removed', 'moved'] as const).flatMap((kind) => {
    const count = Number(values[kind])
    return count > 0 ? [t('changes.blocks', { kind, count })] : []
  })
  return t('changes.others', { count: values.count ?? 0, parts: parts.join(', ') })
}
