import { MdaiApp } from 'cdk8s-mdai';
import { compliance } from './compliance';

const app = new MdaiApp();
compliance(app);
app.synth();
