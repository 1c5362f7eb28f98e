using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Emulators;

namespace Infra.Sandbox.Tests.Deployments.Emulators;

public sealed class EmulatorEndpointTests
{
    [Theory]
    [InlineData("http://127.0.0.1:4566")]
    [InlineData("http://127.1.2.3:4566/")]
    [InlineData("http://[::1]:4566")]
    [InlineData("http://localhost:4566")]
    [InlineData("http://LocalHost:4566")]
    [InlineData("https://sandbox.localhost")]
    public void LoopbackAddress_IsAllowed(string text) => Assert.Equal(new Uri(text), EmulatorEndpoint.Parse(text, allowRemote: false));

    [Theory]
    [InlineData("http://10.0.0.7:4566")]
    [InlineData("http://0.0.0.0:4566")]
    [InlineData("http://emulator.example.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    public void RemoteAddress_RequiresAllowRemote(string text)
    {
        var refusal = Assert.Throws<UsageException>(() => EmulatorEndpoint.Parse(text, allowRemote: false));

        Assert.Equal($"{text} is not on this machine; add --allow-remote if it is an emulator", refusal.Message);
        Assert.Equal(new Uri(text), EmulatorEndpoint.Parse(text, allowRemote: true));
    }

    [Theory]
    [InlineData("https://ecs.eu-central-1.amazonaws.com")]
    [InlineData("https://s3.cn-north-1.amazonaws.com.cn")]
    [InlineData("https://S3.AMAZONAWS.COM")]
    [InlineData("https://lambda.eu-west-1.api.aws")]
    public void Aws_IsAlwaysRejected(string text)
    {
        var refusal = Assert.Throws<UsageException>(() => EmulatorEndpoint.Parse(text, allowRemote: true));

        Assert.EndsWith("is AWS; the sandbox deploys only to emulators", refusal.Message);
    }

    [Theory]
    [InlineData("localhost:4566")]
    [InlineData("127.0.0.1:4566")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://user:word@127.0.0.1:4566")]
    [InlineData("http://127.0.0.1:4566/path")]
    [InlineData("http://127.0.0.1:4566?a=b")]
    [InlineData("")]
    public void InvalidUrl_IsRejected(string text)
    {
        var refusal = Assert.Throws<UsageException>(() => EmulatorEndpoint.Parse(text, allowRemote: true));

        Assert.Equal($"--endpoint {text} is not the URL of an emulator, such as http://127.0.0.1:4566", refusal.Message);
    }
}
