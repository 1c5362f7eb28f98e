global using Infra.Stack;
global using AutoScaling = Pulumi.Aws.AutoScaling;
global using CloudWatch = Pulumi.Aws.CloudWatch;
global using Ec2 = Pulumi.Aws.Ec2;
global using Ecs = Pulumi.Aws.Ecs;
global using SecretsManager = Pulumi.Aws.SecretsManager;
