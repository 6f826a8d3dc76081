/** Something a person can put right: what happened, what was kept, what to do next. Anything else that is thrown is a bug. */
export class SetupProblem extends Error {
  /**
   * @param {string} message sentences for the person at the terminal
   * @param {string} [details] the output of the tool that failed, shown above the sentences
   */
  constructor(message, details = '') {
    super(message)
    this.details = details
  }
}

/**
 * Runs a script to its end: a problem is told as sentences and ends with exit code 1, a bug shows its stack.
 * @param {() => Promise<number>} script gives the exit code
 */
export async function runScript(script) {
  try {
    process.exitCode = await script()
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error
    if (error.details !== '') console.error(error.details.trimEnd() + '\n')
    console.error(error.message)
    process.exitCode = 1
  }
}
