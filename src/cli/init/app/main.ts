import { MdaiApp } from 'cdk8s-mdai';
import { gateway } from './gateway';

const app = new MdaiApp();
gateway(app);
app.synth();
