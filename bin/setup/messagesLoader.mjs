import compile from 'icu-minify/compile'

/**
 * Makes a module of a file of texts (`messages/`), each already taken apart: what reads ICU messages is four times as large as
 * what fills them in, and no browser needs it. A text that is no ICU message ends the build.
 *
 * @param {string} file
 */
export default function compileMessages(file) {
  return `export default ${JSON.stringify(compiled(JSON.parse(file)))}`
}

/** @param {any} texts @returns {unknown} */
function compiled(texts) {
  if (typeof texts === 'string') return compile(texts)
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, compiled(text)]))
}
