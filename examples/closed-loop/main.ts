import { MdaiApp } from 'cdk8s-mdai';
import { closedLoop } from './cluster';

const app = new MdaiApp();
closedLoop(app);
app.synth();
