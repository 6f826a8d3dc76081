import { ROLES } from '#lib/domain/roles.ts'
import type { VerbName } from './request.ts'

/** The options of each verb, and whether it can do without. */
export const OPTIONS: Readonly<
  Record<VerbName, Readonly<Record<string, 'required' | 'optional'>>>
> = {
  'workspace create': { name: 'required', key: 'optional' },
  'user create': {
    email: 'required',
    name: 'required',
    password: 'required',
    workspace: 'required',
    role: 'required',
  },
  'team create': { workspace: 'required', name: 'required' },
  'user password': { email: 'required', password: 'required' },
  'token create': { email: 'required', name: 'optional' },
  'sessions end': { email: 'required' },
  backup: { to: 'required' },
  restore: { from: 'required' },
}

export const HELP = `Sluice from the shell. Works beside a running server and without one.

  npm run -s sluice -- workspace create --name NAME [--key PREFIX]
  npm run -s sluice -- user create --email EMAIL --name NAME --password PASSWORD --workspace ID --role ROLE
  npm run -s sluice -- team create --workspace ID --name NAME
  npm run -s sluice -- user password --email EMAIL --password PASSWORD
  npm run -s sluice -- token create --email EMAIL [--name NAME]
  npm run -s sluice -- sessions end --email EMAIL
  npm run -s sluice -- backup --to FILE
  npm run -s sluice -- restore --from FILE

Each create prints the new id, or the token, alone on a line; everything else goes to the standard error.
Roles: ${ROLES.join(', ')}; several with commas between them.
--password - reads the password from the standard input, so that it does not show in the list of processes.
DATA_DIR and DATABASE_URL choose the instance, as for npm start.
`

/** Gives the one line of help about a verb. */
export function usageOf(verb: VerbName): string {
  return (
    HELP.split('\n')
      .find((line) => line.includes(`-- ${verb} `))
      ?.trim() ?? ''
  )
}
