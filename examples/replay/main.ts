import { MdaiApp } from 'cdk8s-mdai';
import { replays } from './replay';

const app = new MdaiApp();
replays(app);
app.synth();
