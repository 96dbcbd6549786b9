// events.mts FILE.jsonl [show]: copy into a checkout and run with npx tsx; what of the passages' claims is found, and what is made up
import { loadPacks } from './src/packs/index.js'
import { createReader } from './src/read/index.js'
import { fold } from './src/text/index.js'
import { readFileSync } from 'node:fs'
const packs=loadPacks(), reader=createReader(packs)
const [file,show]=process.argv.slice(2)
const lang=/\/(en|ar)/.exec(file!)![1]!
const nm=(s:string)=>fold(s).replace(/^(the|a|an) /,'').replace(/["'«»“”]/g,'').replace(/\s+/g,' ').trim()
const same=(a:string,b:string)=>{const n=nm(a),m=nm(b);return n===m||(n.length>3&&m.length>3&&(m.includes(n)||n.includes(m)))}
const T={claims:0,found:0,type:0,sides:0,status:0,all:0,silent:0,silentBroken:0,extra:0}; const byType:Record<string,number[]>={}
for(const l of readFileSync(file!,'utf8').split('\n').filter(Boolean)){
 const d=JSON.parse(l); const r=reader.read({id:'d',text:d.text,published:{from:'2024-05-03',to:'2024-05-03',basis:'given'},language:lang} as any) as any
 const out:string[]=[]; const used=new Set<any>()
 const N=(a:any[])=>a.map((f:any)=>f.text??d.text.slice(f.start,f.end))
 const P=(p:any)=>`${p.type}/${p.status} ${N(p.agents).join(' + ')} > ${N(p.counterparts).join(' + ')} | ${N(p.objects).join(' + ')}`
 if(d.claims.length===0){T.silent++; if(r.claims.length){T.silentBroken++; out.push('  MADE UP '+r.claims.map(P).join(' ; '))}}
 for(const g of d.claims){ T.claims++; const bt=byType[g.type]??=[0,0,0]; bt[0]!++
  const at=d.text.indexOf(g.words), end=at+g.words.length
  const cs=r.claims.filter((p:any)=>!used.has(p)&&p.evidence.start<end&&p.evidence.end>at)
  const side=(want:string[],got:any[])=>want.length===0||N(got).some(x=>want.some(w=>same(x,w)))
  const score=(p:any)=>(p.type===g.type?8:0)+(p.status===g.status?2:0)+(side(g.agents,p.agents)?2:0)+(side(g.counterparts,p.counterparts)?2:0)
  const p=cs.sort((a:any,b:any)=>score(b)-score(a))[0]
  if(!p){out.push(`  NONE ${g.type}/${g.status} ${g.agents.join(' + ')} > ${g.counterparts.join(' + ')} «${g.words}»`);continue}
  used.add(p);T.found++; const t=p.type===g.type,a=side(g.agents,p.agents)&&(g.agents.length>0||p.agents.length===0),c=side(g.counterparts,p.counterparts)&&(g.counterparts.length>0||p.counterparts.length===0),s=p.status===g.status
  if(t){T.type++;bt[1]!++} if(t&&a&&c){T.sides++} if(s)T.status++; if(t&&a&&c&&s){T.all++;bt[2]!++}
  else out.push(`  ${t?'':'TYPE '}${a?'':'AGENTS '}${c?'':'COUNTERPARTS '}${s?'':'STATUS '}\n     G ${g.type}/${g.status} ${g.agents.join(' + ')} > ${g.counterparts.join(' + ')}\n     P ${P(p)}`)
 }
 if(d.claims.length){const ex=r.claims.filter((p:any)=>!used.has(p)); T.extra+=ex.length; for(const p of ex)out.push('  EXTRA '+P(p))}
 if(out.length&&show)console.log('\n##',d.id,d.text+'\n'+out.join('\n'))
}
console.log(file,JSON.stringify(T)); if(show)console.log(Object.entries(byType).map(([k,v])=>`${k} ${v.join('/')}`).join(', '))
