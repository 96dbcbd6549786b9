/** The reader's own choices: language, colours and calendar. They are kept in this browser and never sent. */
export type Lang = 'en' | 'ar'
export type Theme = 'auto' | 'light' | 'dark'
/** `levantine`: Gregorian, in Arabic with the names of months that are used from Iraq to Palestine (آذار for March). */
export type Calendar = 'gregorian' | 'levantine' | 'hijri'

function kept(name: string): string | null {
  try {
    return localStorage.getItem(`isnad.${name}`)
  } catch {
    return null
  }
}
function keep(name: string, value: string) {
  try {
    localStorage.setItem(`isnad.${name}`, value)
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

function firstLang(): Lang {
  const asked = new URLSearchParams(location.search).get('lang') ?? kept('lang') ?? navigator.language
  return asked.startsWith('ar') ? 'ar' : 'en'
}
function firstTheme(): Theme {
  const asked = kept('theme')
  return asked === 'light' || asked === 'dark' ? asked : 'auto'
}
function firstCalendar(): Calendar {
  const asked = kept('calendar')
  return asked === 'levantine' || asked === 'hijri' ? asked : 'gregorian'
}

class Screen {
  lang = $state<Lang>(firstLang())
  theme = $state<Theme>(firstTheme())
  calendar = $state<Calendar>(firstCalendar())
  dir = $derived<'ltr' | 'rtl'>(this.lang === 'ar' ? 'rtl' : 'ltr')

  setLang(lang: Lang) {
    this.lang = lang
    keep('lang', lang)
  }
  setTheme(theme: Theme) {
    this.theme = theme
    keep('theme', theme)
  }
  setCalendar(calendar: Calendar) {
    this.calendar = calendar
    keep('calendar', calendar)
  }
  /** Writes language and colours on the page's root, where the style sheets read them. */
  apply() {
    const root = document.documentElement
    root.lang = this.lang
    root.dir = this.dir
    if (this.theme === 'auto') delete root.dataset.theme
    else root.dataset.theme = this.theme
  }
}

export const screen = new Screen()
