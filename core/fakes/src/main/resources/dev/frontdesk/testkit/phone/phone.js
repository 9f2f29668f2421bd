// The app of one made-up customer. Everything that anybody has written is put in as text.
const TEXTS = {
  en: { title: { Telegram: 'Your bot', WhatsApp: 'Your number' }, note: 'A made-up {app}, on this machine only', who: 'You are', other: 'Somebody else', language: 'RU',
    write: 'Message', empty: 'Write something: this is what your customers see.', send: 'Send', attach: 'Photo or file', place: 'Where I am',
    card: 'My number', number: 'Your phone number', reply: 'Reply', edit: 'Edit', replying: 'Answering: ', editing: 'Changing: ',
    edited: 'edited', away: 'The made-up {app} does not answer.' },
  ru: { title: { Telegram: 'Ваш бот', WhatsApp: 'Ваш номер' }, note: 'Ненастоящий {app}, только на этом компьютере', who: 'Вы', other: 'Другой человек', language: 'EN',
    write: 'Сообщение', empty: 'Напишите что-нибудь: так это видят ваши клиенты.', send: 'Отправить', attach: 'Фото или файл',
    place: 'Где я', card: 'Мой номер', number: 'Ваш номер телефона', reply: 'Ответить', edit: 'Изменить', replying: 'Ответ на: ',
    editing: 'Изменяется: ', edited: 'изменено', away: 'Ненастоящий {app} не отвечает.' },
}
const NAMES = ['Ada', 'Ben', 'Chen', 'Daria', 'Emil', 'Fatima', 'Grace', 'Hugo']
const $ = (id) => document.getElementById(id)
const kept = (key, made) => {
  const found = localStorage.getItem(key)
  if (found) return found
  localStorage.setItem(key, made)
  return made
}
const someone = () => String(7000000000 + Math.floor(Math.random() * 900000000))

// /?person=7000000001&name=Ada is that customer, in a tab of their own.
const asked = new URLSearchParams(location.search)
let language = asked.get('language') ?? kept('phone-language', navigator.language.startsWith('ru') ? 'ru' : 'en')
let person = asked.get('person') ?? kept('phone-person', someone())
let name = asked.get('name') ?? kept('phone-name', NAMES[Math.floor(Math.random() * NAMES.length)])
let about = null // { id, text, edit }
let shown = ''
let app = '' // what it plays, and what can be done there: the server says so
let acts = []
const t = () => TEXTS[language] ?? TEXTS.en

const named = (text) => text.replace('{app}', app)

function words() {
  document.documentElement.lang = language
  $('title').textContent = t().title[app] ?? app
  $('note').textContent = named(t().note)
  document.title = app
  $('place').hidden = !acts.includes('place')
  $('card').hidden = !acts.includes('card')
  $('attach').hidden = !acts.includes('file')
  $('who-label').textContent = t().who
  $('who').value = name
  $('other').textContent = t().other
  $('language').textContent = t().language
  $('empty').textContent = t().empty
  $('text').placeholder = t().write
  for (const id of ['send', 'attach', 'place', 'card']) { $(id).title = t()[id]; $(id).setAttribute('aria-label', t()[id]) }
  $('text').setAttribute('aria-label', t().write)
}

async function call(what, query = {}, body = '', type = 'text/plain') {
  const search = new URLSearchParams({ person, name, ...query })
  const answer = await fetch(`/phone/${what}?${search}`, { method: 'POST', headers: { 'X-Phone': '1', 'Content-Type': type }, body })
  if (answer.ok) heard(await answer.json())
}

function heard(said) {
  if (said.app !== app) {
    app = said.app
    acts = said.acts
    words()
  }
  show(said.lines)
}

const lines = () => fetch(`/phone/lines?${new URLSearchParams(document.hidden ? { person } : { person, seen: 1 })}`)

async function look() {
  try {
    heard(await (await lines()).json())
    $('note').textContent = named(t().note)
  } catch {
    $('note').textContent = named(t().away)
  }
  setTimeout(look, 700)
}

const element = (tag, kind, text) => {
  const made = document.createElement(tag)
  if (kind) made.className = kind
  if (text !== undefined) made.textContent = text
  return made
}

function show(lines) {
  const now = JSON.stringify([lines, language])
  if (now === shown) return
  shown = now
  $('empty').hidden = lines.length > 0
  const texts = new Map(lines.map((line) => [line.id, line.text]))
  $('lines').replaceChildren(...lines.map((line) => bubble(line, texts)))
  $('lines').scrollTop = $('lines').scrollHeight
}

function bubble(line, texts) {
  const row = element('div', line.mine ? 'line mine' : 'line')
  const box = element('div', 'bubble')
  if (line.to) box.append(element('span', 'to', texts.get(line.to) ?? '…'))
  if (line.file && line.kind === 'photo') {
    const picture = element('img')
    picture.src = `/phone/file/${line.file}`
    picture.alt = line.text
    picture.onload = () => { $('lines').scrollTop = $('lines').scrollHeight }
    box.append(picture)
  } else if (line.file) {
    const link = element('a', '', `📄 ${line.name || line.text || line.kind}`)
    link.href = `/phone/file/${line.file}`
    box.append(link)
  }
  const sign = { location: '📍 ', venue: '📍 ', contact: '👤 ' }[line.kind] ?? ''
  if (line.text && !(line.mine && line.file)) box.append(element('span', '', sign + line.text))
  if (line.edited) box.append(element('small', '', ` ${t().edited}`))
  row.append(box)
  if (line.buttons?.length) {
    const keys = element('div', 'keys')
    for (const button of line.buttons) {
      const key = element('button', '', button.label)
      key.type = 'button'
      key.onclick = () => call('press', { message: line.id }, button.data)
      keys.append(key)
    }
    row.append(keys)
  }
  row.append(tools(line))
  return row
}

function tools(line) {
  const bar = element('div', 'tools')
  const tool = (text, label, act) => {
    const made = element('button', '', text)
    made.type = 'button'
    made.setAttribute('aria-label', label)
    made.onclick = act
    bar.append(made)
  }
  tool('↩', t().reply, () => speakAbout({ id: line.id, text: line.text, edit: false }))
  if (line.mine && line.kind === 'text' && acts.includes('edit')) tool('✎', t().edit, () => speakAbout({ id: line.id, text: line.text, edit: true }))
  if (!line.mine) for (const emoji of ['👍', '❤️', '👎']) tool(emoji, emoji, () => call('react', { message: line.id }, emoji))
  return bar
}

function speakAbout(what) {
  about = what
  $('about').hidden = !what
  $('about-text').textContent = what ? (what.edit ? t().editing : t().replying) + what.text.slice(0, 80) : ''
  if (what?.edit) $('text').value = what.text
  $('text').focus()
}

$('form').onsubmit = (event) => {
  event.preventDefault()
  const text = $('text').value.trim()
  if (!text) return
  $('text').value = ''
  const what = about
  speakAbout(null)
  if (what?.edit) call('edit', { message: what.id }, text)
  else call('text', what ? { to: what.id } : {}, text)
}
$('about-end').onclick = () => speakAbout(null)
$('attach').onclick = () => $('file').click()
$('file').onchange = async () => {
  const file = $('file').files[0]
  $('file').value = ''
  if (file) await call('file', { file: file.name }, file, file.type || 'application/octet-stream')
}
$('place').onclick = () => {
  const berlin = () => call('place', { latitude: 52.52, longitude: 13.405 })
  if (!navigator.geolocation) { berlin(); return }
  navigator.geolocation.getCurrentPosition(
    (at) => call('place', { latitude: at.coords.latitude, longitude: at.coords.longitude }), berlin, { timeout: 3000 })
}
$('card').onclick = () => {
  const number = prompt(t().number, '+49 30 1234567')
  if (number) call('card', {}, number)
}
$('who').onchange = () => {
  name = $('who').value.trim() || NAMES[0]
  localStorage.setItem('phone-name', name)
  words()
}
$('other').onclick = () => {
  person = someone()
  name = NAMES[Math.floor(Math.random() * NAMES.length)]
  localStorage.setItem('phone-person', person)
  localStorage.setItem('phone-name', name)
  shown = ''
  words()
  look1()
}
const look1 = async () => heard(await (await lines()).json())
$('language').onclick = () => {
  language = language === 'en' ? 'ru' : 'en'
  localStorage.setItem('phone-language', language)
  words()
  look1()
}
words()
look()
