// What the server said with the page: texts in the reader's language, and whose page it is.
const page = JSON.parse(document.getElementById('outbox-page').textContent);

export const lang = page.lang, pageOwner = page.owner;

export const say = (name, ...parts) => page.texts[name].replace(/\{(\d)\}/g, (_, index) => parts[index]);

// An address on this site that keeps a language that the reader chose.
export const link = path => page.link && !path.includes('?') ? path + page.link : path;

export const time = at => new Date(at).toLocaleString(lang === 'en' ? 'en-GB' : 'zh-CN', {
  month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});

export const day = date => new Date(`${date}T12:00`).toLocaleDateString(
  lang === 'en' ? 'en-GB' : 'zh-CN', { year: 'numeric', month: 'long', day: 'numeric' });

export function span(ms) {
  const minutes = Math.max(0, Math.round(ms / 60_000)), hours = Math.round(minutes / 60);
  return minutes < 90 ? say('minutes', minutes) : hours < 48 ? say('hours', hours) : say('days', Math.round(hours / 24));
}

// An element with attributes and children; texts are never read as markup.
export function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== undefined && child !== null && child !== false && child !== ''));
  return made;
}
