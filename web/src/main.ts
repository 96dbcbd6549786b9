import { mount } from 'svelte'
import App from './App.svelte'
import { followLinks } from './router.svelte.ts'
import { loadTitles } from './words.svelte.ts'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'

followLinks()
void loadTitles()
mount(App, { target: document.getElementById('app')! })
