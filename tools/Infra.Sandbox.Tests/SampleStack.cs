using System.Collections.Immutable;
using Pulumi;

namespace Infra.Sandbox.Tests;

/// <summary>A stack with every kind of resource and output.</summary>
internal sealed class SampleStack : Pulumi.Stack
{
    public SampleStack(StackOptions options)
        : base(options)
    {
        var logs = new CloudWatch.LogGroup("shop-logs", new CloudWatch.LogGroupArgs { Name = "/shop", RetentionInDays = 7 });
        var access = new Access("shop-access", logs);

        Logs = logs.Name;
        LogsArn = logs.Arn;
        Password = access.Password;
        Retention = logs.RetentionInDays.Apply(days => (double)days!.Value);
        Nothing = Output.Create((string?)null);
        Names = Output.Create(ImmutableDictionary<string, string>.Empty.Add("secret", "shop"));
    }

    [Output("logs")]
    public Output<string> Logs { get; }

    [Output("logsArn")]
    public Output<string> LogsArn { get; }

    [Output("password")]
    public Output<string> Password { get; }

    [Output("retention")]
    public Output<double> Retention { get; }

    [Output("nothing")]
    public Output<string?> Nothing { get; }

    [Output("names")]
    public Output<ImmutableDictionary<string, string>> Names { get; }

    private sealed class Access : ComponentResource
    {
        public Access(string name, Resource logs)
            : base("test:index:Access", name, new ComponentResourceOptions { Protect = true })
        {
            var password = new Pulumi.Random.RandomPassword(name, new Pulumi.Random.RandomPasswordArgs { Length = 20 }, Child());
            var secret = new SecretsManager.Secret(name, new SecretsManager.SecretArgs { NamePrefix = "shop-" }, Child());
            var options = Child();
            options.Protect = false;
            options.DeleteBeforeReplace = true;
            options.DependsOn = [logs];
            options.IgnoreChanges = ["secretString"];
            options.CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(5) };
            _ = new SecretsManager.SecretVersion(
                name,
                new SecretsManager.SecretVersionArgs { SecretId = secret.Id, SecretString = Output.Format($"password={password.Result}") },
                options);

            Password = password.Result;
            RegisterOutputs();
        }

        public Output<string> Password { get; }

        private CustomResourceOptions Child() => new() { Parent = this };
    }
}
