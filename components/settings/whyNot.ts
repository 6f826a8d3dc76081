import { textsOf } from '#components/language/loaded.ts'
import { whyNotIn } from '#components/language/refusalText.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { NewCommand } from '#lib/domain/command.ts'

/**
 * Says before anyone tries why a command would be refused, or null. Without the assurance that nothing was changed: nobody
 * has tried.
 */
export function whyNot(client: Pick<WorkspaceClient, 'judge'>, command: NewCommand): string | null {
  const t = textsOf('settings.common')
  return (
    whyNotIn(client.judge(command))
      ?.replace(` ${t('unchanged')}`, '')
      .replace(t('unchangedBehind'), '.') ?? null
  )
}
