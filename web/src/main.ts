import { mount } from 'svelte'
import App from './App.svelte'
import { followLinks } from './router.svelte.js'
import { screen } from './screen.svelte.js'
import { loadTitles } from './words.svelte.js'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/lists.css'

screen.apply()
followLinks()
// Every view needs the words of the ontology; a screen full of ids that then change would be worse than a short wait. The view
// asks for its own answers meanwhile.
const target = document.getElementById('app')!
target.style.visibility = 'hidden'
const titles = loadTitles()
mount(App, { target })
await titles
target.style.visibility = ''
