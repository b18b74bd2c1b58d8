import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';
const { outputFiles } = await build({ stdin: { contents: `export * from './src/seats/map.js'; export * from './src/seats/drawing.js'; export * from './src/seats/propose.js'; export {LIUZHOU_2020} from './src/plan/plan.js';`, resolveDir: '/tmp/w-seats' }, bundle: true, write: false, format: 'esm', platform: 'node' });
writeFileSync('/tmp/seats-try-b.mjs', outputFiles[0].text);
const m = await import('/tmp/seats-try-b.mjs');
const L = m.LIUZHOU_2020.limits;
const fx=[{kind:'podium',x:3000,y:0,width:2000,length:1200},{kind:'door',x:7100,y:0,width:900,length:900},{kind:'pillar',x:0,y:4000,width:400,length:400},{kind:'aisle',x:3700,y:2000,width:600,length:7000}];
const place={width:600,length:800};
let html='';
for (const [w,l,f] of [[8000,9000,[]],[8000,9000,fx],[7000,9000,fx],[6000,5000,fx.slice(0,1)],[4300,4300,[]],[500,200000,[]],[700,200000,[]],[12000,15000,[]],[300000,300000,[]],[300000,300000,[{kind:'pillar',x:1000,y:1000,width:298000,length:298000}]],[5000,5000,[{kind:'pillar',x:2000,y:2000,width:1000,length:1000}]],[2600,20000,[]],[800,800,[]]]) {
 const room={width:w,length:l,fixtures:f};
 const t=Date.now(); const p=m.propose(room,place,L);
 console.log(w,l,f.length,'→',p.seats.length,p.kind,'bound',p.bound,p.classSize,JSON.stringify(p.compared.map(c=>c.kind+c.count)),Date.now()-t,'ms');
 if (w<=15000&&l<=20000&&p.seats.length) html+=m.drawSeats(m.mapOf(room,p.seats,L,'x'),'zh');
}
writeFileSync('/tmp/seats.html','<body style="margin:8px;background:#fff;zoom:0.6">'+html);
