/** The pages of themes and personas. */
export { ThemePage } from './ThemePage.tsx'
export { Themes } from './Themes.tsx'
