import type { WorkspaceClient } from '#lib/client/client.ts'
import type { NewCommand } from '#lib/domain/command.ts'

/**
 * Says before anyone tries why a command would be refused, or null. Without the assurance that nothing was changed: nobody
 * has tried.
 */
export function whyNot(client: Pick<WorkspaceClient, 'judge'>, command: NewCommand): string | null {
  const message = client.judge(command)?.message
  return (
    message?.replace(/(; nothing was changed\.| Nothing was changed\.)/, (found) =>
      found.startsWith(';') ? '.' : '',
    ) ?? null
  )
}
