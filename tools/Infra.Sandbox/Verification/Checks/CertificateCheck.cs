using Infra.Sandbox.Verification.Aws;
using Infra.Sandbox.Verification.Outputs;

namespace Infra.Sandbox.Verification.Checks;

/// <summary>Checks that the HTTPS listener presents the certificate, and that ACM has issued it.</summary>
internal sealed class CertificateCheck(IAwsCli aws)
{
    public async Task<IEnumerable<Finding>> RunAsync(string project, ExpectedHttps expected, CancellationToken cancellation)
    {
        string?[] problems = [await ProblemOfListenerAsync(expected, cancellation), await ProblemOfCertificateAsync(expected.Certificate, cancellation)];
        return problems.OfType<string>().Select(problem => new Finding($"{project}:domain", problem, Finding.Refresh));
    }

    private async Task<string?> ProblemOfListenerAsync(ExpectedHttps expected, CancellationToken cancellation)
    {
        try
        {
            var answer = await aws.CallAsync(new AwsCall("elbv2", "describe-listeners", "--listener-arns", expected.Listener), cancellation);
            return answer.Items("Listeners").SelectMany(listener => listener.Items("Certificates")).Any(item => item.Text("CertificateArn") == expected.Certificate)
                ? null
                : $"the HTTPS listener does not present certificate {expected.Certificate}";
        }
        catch (AwsCallException exception) when (exception.Code is "ListenerNotFound" or "ListenerNotFoundException")
        {
            return $"listener {expected.Listener} does not exist";
        }
    }

    private async Task<string?> ProblemOfCertificateAsync(string certificate, CancellationToken cancellation)
    {
        try
        {
            var answer = await aws.CallAsync(new AwsCall("acm", "describe-certificate", "--certificate-arn", certificate), cancellation);
            return (answer.Find("Certificate") ?? default).Text("Status") is "ISSUED" ? null
                : $"certificate {certificate} is {(answer.Find("Certificate") ?? default).Text("Status")}, not ISSUED";
        }
        catch (AwsCallException exception) when (exception.Code == "ResourceNotFoundException")
        {
            return $"certificate {certificate} does not exist";
        }
    }
}
