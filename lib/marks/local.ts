/**
 * What the browser keeps of the viewer, so that static pages are painted before the server answers. The server's
 * tables are the truth; signing out removes every key that begins with `loadpath.`.
 */
export const localKeys = {
  /** JSON object: reading id to status. */
  marks: 'loadpath.marks',
  /** The viewer's name, where somebody is signed in. */
  viewer: 'loadpath.viewer',
  /** Begins the keys of words that are not saved yet; see `hooks/note-drafts.ts`. */
  draft: 'loadpath.draft.',
  /** `1`: the viewer wants to be asked "done?" on coming back from a reading. */
  asks: 'loadpath.asks',
  /** JSON: how far this device's clock is off; see `hooks/press-time.ts`. */
  clock: 'loadpath.clock',
  /** Begins the keys of presses that the server has not answered yet; see `hooks/waiting-presses.ts`. */
  waiting: 'loadpath.waiting.',
  /** `light` or `dark`; absent follows the system. */
  theme: 'loadpath.theme',
} as const

/**
 * A cookie that the server sets and takes away with the session's own, for scripts to read: whether to ask who is
 * signed in, where the keys above are gone. It holds nothing and proves nothing.
 */
export const signedInCookie = 'loadpath.signed-in'

/** A viewer's status of a reading; an unmarked one has none. */
export const statuses = ['queued', 'reading', 'done', 'skipped'] as const

/** One of `statuses`. */
export type Status = (typeof statuses)[number]

/** How a status is said. */
export const statusWords: Record<Status, string> = {
  queued: 'Queued',
  reading: 'Reading',
  done: 'Done',
  skipped: 'Skipped',
}

/** Reading id to status. */
export type MarkMap = Record<string, Status>

/** What marks a reading when it is pressed: the box of a row, and each choice of a chooser. */
export const boxSelector = '.rows>li>button,[data-mark-of] [data-value]'

/**
 * Runs in the head of every page, before anything is painted: theme, whether somebody is signed in, and
 * `loadpathPaint()`, which lists call as soon as they are parsed and again whenever marks change. It finds a row's
 * reading by its link, and gives the box a name that says the status. `[data-tally]` says how many of the page's rows are
 * done. Presses on boxes are kept until `MarkRows` listens and takes them over.
 */
export const earlyScript = `(function(){
var d=document.documentElement,s=localStorage,get=function(k){try{return s.getItem(k)}catch(e){return null}};
var t=get('${localKeys.theme}');if(t)d.dataset.theme=t;
if(get('${localKeys.viewer}')!==null||document.cookie.indexOf('${signedInCookie}=')>=0)d.dataset.viewer='';
var w=window,p=w.loadpathPresses=[];
document.addEventListener('click',function(e){var b=w.loadpathPresses&&e.target.closest('${boxSelector}');if(b)p.push(b)});
w.loadpathPaint=function(root){
var m={};try{m=JSON.parse(get('${localKeys.marks}')||'{}')||{}}catch(e){}
var rows=(root||document).querySelectorAll('.rows>li');
for(var i=0;i<rows.length;i++){var a=rows[i].querySelector('a');if(!a)continue;
var id=a.pathname.slice(10),v=m[id],b=rows[i].querySelector('button');
if(rows[i].dataset.status!==v){if(v)rows[i].dataset.status=v;else delete rows[i].dataset.status}
if(b){b.ariaLabel=(v?v[0].toUpperCase()+v.slice(1):'Not marked')+': '+a.textContent;b.ariaPressed=v==='done'}}
var choosers=(root||document).querySelectorAll('[data-mark-of]');
for(var c=0;c<choosers.length;c++){var o=m[choosers[c].dataset.markOf];
if(o)choosers[c].dataset.status=o;else delete choosers[c].dataset.status;
var bs=choosers[c].querySelectorAll('[data-value]');for(var q=0;q<bs.length;q++)bs[q].ariaPressed=bs[q].dataset.value===o}
var tallies=(root||document).querySelectorAll('[data-tally]'),n=document.querySelectorAll('.rows>li[data-status=done]').length;
for(var j=0;j<tallies.length;j++)tallies[j].textContent=n?n+' done of ':'';
};})()`

/** Paints what was parsed so far: stands right behind a list. */
export const paintScript = 'loadpathPaint()'
